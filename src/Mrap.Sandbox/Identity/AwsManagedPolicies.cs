using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Mrap.Sandbox.Identity;

/// <summary>The policies of AWS that the sandbox knows (AWS Managed Policy Reference Guide). They can be attached, never changed.</summary>
internal static class AwsManagedPolicies
{
    private static readonly DateTimeOffset s_createdAt = new(2015, 2, 6, 18, 40, 0, TimeSpan.Zero);

    private static readonly FrozenDictionary<string, ManagedPolicy> s_byArn = new[]
    {
        Make("AdministratorAccess", "ANPAIWMBCKSKIEE64ZLYK", "Provides full access to AWS services and resources.", """
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Action": "*",
                        "Resource": "*"
                    }
                ]
            }
            """),
        Make("AmazonS3FullAccess", "ANPAIFIR6V6BVTRAHWINE", "Provides full access to all buckets via the AWS Management Console.", """
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Action": [
                            "s3:*",
                            "s3-object-lambda:*"
                        ],
                        "Resource": "*"
                    }
                ]
            }
            """),
        Make(
            "AmazonS3ReadOnlyAccess", "ANPAIZTJ4DXE7G6AGAE6M", "Provides read only access to all buckets via the AWS Management Console.",
            """
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Action": [
                            "s3:Get*",
                            "s3:List*",
                            "s3:Describe*",
                            "s3-object-lambda:Get*",
                            "s3-object-lambda:List*"
                        ],
                        "Resource": "*"
                    }
                ]
            }
            """),
    }.ToFrozenDictionary(policy => policy.Arn, StringComparer.Ordinal);

    /// <summary>All of them by name.</summary>
    public static ImmutableArray<ManagedPolicy> All { get; } = [.. s_byArn.Values.OrderBy(policy => policy.Name, StringComparer.Ordinal)];

    /// <summary>Finds one by its ARN.</summary>
    public static ManagedPolicy? Find(string arn) => s_byArn.GetValueOrDefault(arn);

    private static ManagedPolicy Make(string name, string id, string description, string document)
    {
        return new ManagedPolicy(Account: null, "/", name, id, s_createdAt)
        {
            Description = description,
            Versions = [new(1, new PolicyText(document), s_createdAt)]
        };
    }
}
