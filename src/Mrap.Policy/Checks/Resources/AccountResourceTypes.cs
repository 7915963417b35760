using Mrap.Policy.Checks.Arns;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;

namespace Mrap.Policy.Checks.Resources;

/// <summary>
/// The types of S3's resources that belong to an account. A bucket can be called like one of them, but its ARN then has no account.
/// </summary>
internal static class AccountResourceTypes
{
    private static readonly string[] s_all =
        ["accesspoint", "access-grants", "async-request", "job", "storage-lens", "storage-lens-group"];

    /// <summary>The type that an ARN of S3 names, as written before the slash; nothing for buckets and objects.</summary>
    public static string? Of(CheckedPolicy policy, WrittenArn arn)
    {
        foreach (var type in s_all)
        {
            var isType = arn.Resource.StartsWith(type, StringComparison.Ordinal)
                && (arn.Resource.Length == type.Length || arn.Resource[type.Length] is '/' or ':');
            if (
                isType
                    && (
                        arn.Account.Length > 0
                            || arn.Region.Length > 0
                            || arn.IsMultiRegion
                            || (policy.Kind == PolicyKind.AccessPoint && arn.IsAccessPoint)))
            {
                return type;
            }
        }

        return null;
    }
}
