using Mrap.Policy.Model;

namespace Mrap.Policy.Checks.Statements;

/// <summary>
/// The size quotas of policies (IAM User Guide, "IAM and AWS STS quotas"; Amazon S3 User Guide, "Bucket policies" and "Access point
/// restrictions"; AWS Organizations User Guide, "Quotas").
/// </summary>
public static class PolicyQuotas
{
    private static readonly PolicyQuota s_bucket = new("bucket policy", 20 * 1024, SizeUnit.Bytes);
    private static readonly PolicyQuota s_accessPoint = new("access point policy", 20 * 1024, SizeUnit.Bytes, IsAssumed: true);
    private static readonly PolicyQuota s_managed = new("managed policy", 6_144, SizeUnit.CharactersWithoutBlanks);
    private static readonly PolicyQuota s_trust = new("role trust policy", 2_048, SizeUnit.CharactersWithoutBlanks);
    private static readonly PolicyQuota s_session = new("session policy", 2_048, SizeUnit.Characters);
    private static readonly PolicyQuota s_serviceControl = new("service control policy", 5_120, SizeUnit.Characters);
    private static readonly PolicyQuota s_resourceControl = new("resource control policy", 5_120, SizeUnit.Characters);
    private static readonly PolicyQuota s_endpoint = new("VPC endpoint policy", 20_480, SizeUnit.CharactersWithoutBlanks);

    /// <summary>The quota of a policy by where it is attached; for identity policies that of a managed one.</summary>
    /// <param name="kind">Where the policy is attached.</param>
    /// <returns>The quota.</returns>
    public static PolicyQuota Of(PolicyKind kind) => kind switch
    {
        PolicyKind.Identity or PolicyKind.Boundary => s_managed,
        PolicyKind.Bucket => s_bucket,
        PolicyKind.AccessPoint => s_accessPoint,
        PolicyKind.Session => s_session,
        PolicyKind.ServiceControl => s_serviceControl,
        PolicyKind.ResourceControl => s_resourceControl,
        PolicyKind.Endpoint => s_endpoint,
        PolicyKind.Trust => s_trust,
    };
}
