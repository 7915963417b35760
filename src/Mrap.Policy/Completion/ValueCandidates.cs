using Mrap.Policy.Actions;
using Mrap.Policy.Checks.Arns;
using Mrap.Policy.Matching.Conditions;

namespace Mrap.Policy.Completion;

/// <summary>Values that a condition key takes.</summary>
internal static class ValueCandidates
{
    private static readonly Dictionary<string, string[]> s_fixed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["aws:PrincipalType"] = ["Account", "User", "AssumedRole", "FederatedUser", "Anonymous"],
        ["s3:AccessPointNetworkOrigin"] = ["Internet", "VPC"],
        ["s3:authType"] = ["REST-HEADER", "REST-QUERY-STRING", "POST"],
        ["s3:object-lock-legal-hold"] = ["ON", "OFF"],
        ["s3:object-lock-mode"] = ["GOVERNANCE", "COMPLIANCE"],
        ["s3:signatureversion"] = ["AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"],
        ["s3:TlsVersion"] = ["1.2", "1.3"],
        ["s3:x-amz-acl"] =
            [
                "private", "public-read", "public-read-write", "authenticated-read", "aws-exec-read", "bucket-owner-read",
                "bucket-owner-full-control", "log-delivery-write"],
        ["s3:x-amz-content-sha256"] = ["UNSIGNED-PAYLOAD"],
        ["s3:x-amz-metadata-directive"] = ["COPY", "REPLACE"],
        ["s3:x-amz-object-ownership"] = ["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"],
        ["s3:x-amz-server-side-encryption"] = ["AES256", "aws:kms", "aws:kms:dsse"],
        ["s3:x-amz-server-side-encryption-customer-algorithm"] = ["AES256"],
        ["s3:x-amz-storage-class"] =
            ["STANDARD", "INTELLIGENT_TIERING", "STANDARD_IA", "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE", "REDUCED_REDUNDANCY"],
    };

    /// <summary>What can be listed for a key under an operator.</summary>
    public static IEnumerable<Candidate> For(string operatorName, string key, CompletionContext context)
    {
        var family = ConditionOperator.Parse(operatorName).Family;
        var known = S3Actions.FindKey(key);
        if (family is ConditionFamily.Null or ConditionFamily.Bool || known?.Type == ConditionKeyType.Bool)
        {
            return family == ConditionFamily.Null
                ? [Named("true", "the key is missing"), Named("false", "the key is there")]
                : [Named("true", "boolean"), Named("false", "boolean")];
        }

        if (s_fixed.TryGetValue(key, out var values))
        {
            return values.Select(value => Named(value, "value"));
        }

        return known?.Name switch
        {
            "s3:DataAccessPointArn" => AccessPoints(context),
            "aws:PrincipalArn" => PrincipalCandidates.Aws(context).Where(principal => principal.Text != "*"),
            "s3:DataAccessPointAccount" or "s3:ResourceAccount" or "aws:PrincipalAccount" or "aws:ResourceAccount" or "aws:SourceAccount"
                or "aws:SourceOwner" =>
                context.Accounts.Select(account => new Candidate(account, CompletionKind.Principal, "account")),
            "aws:RequestedRegion" => AwsRegions.All.Select(region => Named(region, "Region")),
            "aws:PrincipalServiceName" or "aws:PrincipalServiceNamesList" => PrincipalCandidates.Services,
            "aws:SourceArn" =>
                context.Buckets.Select(
                    bucket => new Candidate($"arn:{context.Partition}:s3:::{bucket}", CompletionKind.Resource, "bucket")),
            _ => [],
        };
    }

    private static IEnumerable<Candidate> AccessPoints(CompletionContext context)
    {
        var own = context.AccessPointArn is { } arn ? new[] { new Candidate(arn, CompletionKind.Resource, "this access point") } : [];
        return own.Concat(context.AccessPoints
            .Where(point => point.Arn != context.AccessPointArn)
            .Select(point => new Candidate(point.Arn, CompletionKind.Resource, $"access point {point.Name}")));
    }

    private static Candidate Named(string text, string detail) => new(text, CompletionKind.Word, detail);
}
