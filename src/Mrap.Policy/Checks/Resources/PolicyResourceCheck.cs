using System.Collections.Immutable;
using Mrap.Policy.Checks.Arns;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Resources;

/// <summary>
/// Whether the resources are those that the policy is attached to: a bucket's policy is about the bucket, an access point's about the
/// access point.
/// </summary>
internal sealed class PolicyResourceCheck : IPolicyCheck
{
    private static readonly CheckRule s_kind = new(
        "UNSUPPORTED_RESOURCE_ARN_IN_POLICY", FindingLevel.Error,
        "a bucket's ARN in the policy of an access point, an access point's in that of a bucket, one of a single Region in that of a "
            + "Multi-Region one, or another service's");
    private static readonly CheckRule s_bucket =
        new("ARN_OF_ANOTHER_BUCKET", FindingLevel.Error, "a bucket's policy names another bucket", IsOwn: true);
    private static readonly CheckRule s_accessPoint =
        new("ARN_OF_ANOTHER_ACCESS_POINT", FindingLevel.Error, "an access point's policy names another access point", IsOwn: true);

    public ImmutableArray<CheckRule> Rules => [s_kind, s_bucket, s_accessPoint];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        if (!policy.IsResourcePolicy)
        {
            return;
        }

        foreach (var statement in policy.Statements)
        {
            foreach (var entry in statement.Resources is { IsNegated: false } resources ? resources.Items : [])
            {
                if (policy.ArnOf(entry.Text) is { } arn && !WrittenArn.IsPattern(arn.Service))
                {
                    Check(policy, entry, arn, findings);
                }
            }
        }
    }

    private static void Check(CheckedPolicy policy, PolicyEntry entry, WrittenArn arn, FindingList findings)
    {
        if (policy.Kind == PolicyKind.Bucket)
        {
            CheckInBucketPolicy(policy, entry, arn, findings);
        }
        else
        {
            CheckInAccessPointPolicy(policy, entry, arn, findings);
        }
    }

    private static void CheckInBucketPolicy(CheckedPolicy policy, PolicyEntry entry, WrittenArn arn, FindingList findings)
    {
        if (arn.IsAccessPoint && (arn.Account.Length > 0 || arn.IsMultiRegion))
        {
            findings.Add(
                s_kind,
                $"{DisplayText.Quote(entry.Text)} is an access point: a bucket's policy is about the bucket and its objects",
                "name the bucket, and limit the statement with a condition on `s3:DataAccessPointArn`",
                entry.Span,
                policy.Context.Bucket is { } own
                    ? ArnEdits.Replace(entry, $"arn:aws:s3:::{own}{(arn.BehindAccessPoint.Length > 0 ? "/*" : "")}")
                    : null);
        }
        else if (IsElsewhere(arn))
        {
            findings.Add(
                s_kind, $"{DisplayText.Quote(entry.Text)} is neither a bucket nor an object", "name the bucket or its objects", entry.Span);
        }
        else if (
            policy.Context.Bucket is { Length: > 0 } bucket
                && arn is { Region: "", Account: "" }
                && NameOf(arn) is { Length: > 0 } name
                && !WrittenArn.IsPattern(name)
                && name != bucket)
        {
            findings.Add(
                s_bucket,
                $"{DisplayText.Quote(name)} is another bucket than {DisplayText.Quote(bucket)}, whose policy this is",
                $"name {DisplayText.Quote(bucket)}",
                entry.Span,
                ArnEdits.Replace(entry, arn with { Resource = bucket + arn.Resource[name.Length..] }));
        }
    }

    private static void CheckInAccessPointPolicy(CheckedPolicy policy, PolicyEntry entry, WrittenArn arn, FindingList findings)
    {
        var own = policy.Context.AccessPointArn is { } text ? WrittenArn.Read(text) : null;
        if (!arn.IsAccessPoint && (policy.KindsOf(entry.Text) & (ResourceKinds.AccessPoint | ResourceKinds.AccessPointObject)) == 0)
        {
            var isObject = (policy.KindsOf(entry.Text) & ResourceKinds.Object) != 0;
            findings.Add(
                s_kind,
                $"{DisplayText.Quote(entry.Text)} is not an access point: an access point's policy is about the access point and the "
                    + "objects behind it",
                "name the access point's ARN, or its ARN and `/object/*`",
                entry.Span,
                own is null ? null : ArnEdits.Replace(entry, own.ToString() + (isObject ? "/object/*" : "")));
        }
        else if (
            policy.IsMultiRegion
                && arn is { AccessPoint: { Length: > 0 } single, IsMultiRegion: false, Region.Length: > 0 }
                && !WrittenArn.IsPattern(single))
        {
            findings.Add(
                s_kind,
                $"{DisplayText.Quote(entry.Text)} is an access point of one Region: this is the policy of a Multi-Region Access Point",
                "name the Multi-Region Access Point by its alias and without a Region",
                entry.Span,
                own is null ? null : ArnEdits.Replace(entry, own.ToString() + arn.BehindAccessPoint));
        }
        else if (own is { AccessPoint: { } ownName }
            && arn.AccessPoint is { } name
            && !AccessPointNameCheck.NamesByName(arn)
            && !WrittenArn.IsPattern(name)
            && name != ownName
            && name != policy.Context.AccessPointName)
        {
            findings.Add(
                s_accessPoint,
                $"{DisplayText.Quote(name)} is another access point than {DisplayText.Quote(ownName)}, whose policy this is",
                $"name {DisplayText.Quote(own.ToString())}",
                entry.Span,
                ArnEdits.Replace(entry, own.ToString() + arn.BehindAccessPoint));
        }
    }

    // faults of S3's own ARNs are reported where ARNs are
    private static bool IsElsewhere(WrittenArn arn) =>
        (arn.Service != "s3" && ServicePrefixes.IsKnown(arn.Service) && !arn.Service.Any(char.IsAsciiLetterUpper))
        || (arn.Service == "s3" && arn.Account.Length > 0 && arn.Region.Length > 0 && arn.Resource.Contains('/', StringComparison.Ordinal)
            && (arn.Resource.StartsWith("job/", StringComparison.Ordinal)
                || arn.Resource.StartsWith("storage-lens", StringComparison.Ordinal)
                || arn.Resource.StartsWith("access-grants/", StringComparison.Ordinal)));

    private static string NameOf(WrittenArn arn)
    {
        var slash = arn.Resource.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? arn.Resource : arn.Resource[..slash];
    }
}
