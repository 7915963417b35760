using System.Collections.Immutable;
using Mrap.Policy.Checks.Arns;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Resources;

/// <summary>
/// The fields that ARNs of S3 do and do not have: buckets and objects neither Region nor account, access points both, Multi-Region Access
/// Points an account alone.
/// </summary>
internal static class S3ArnRules
{
    private static readonly CheckRule s_noRegion = new(
        "ARN_REGION_NOT_ALLOWED", FindingLevel.Error,
        "an ARN has a Region where its kind has none: buckets, objects, Multi-Region Access Points, IAM");
    private static readonly CheckRule s_noAccount =
        new("ARN_ACCOUNT_NOT_ALLOWED", FindingLevel.Error, "a bucket's or an object's ARN has an account");
    private static readonly CheckRule s_account = new("INVALID_ARN_ACCOUNT", FindingLevel.Error, "an ARN's account is not twelve digits");
    private static readonly CheckRule s_missingRegion =
        new("MISSING_ARN_REGION", FindingLevel.Error, "the ARN of something that belongs to a Region has none");
    private static readonly CheckRule s_missingAccount =
        new("MISSING_ARN_ACCOUNT", FindingLevel.Error, "an ARN has no account where its kind needs one");
    private static readonly CheckRule s_region = new("INVALID_ARN_REGION", FindingLevel.Error, "an ARN's Region does not exist");
    private static readonly CheckRule s_resource =
        new("INVALID_ARN_RESOURCE", FindingLevel.Error, "what stands behind an ARN's last colon is of no kind that the service has");

    // services whose resources all belong to a Region, except those that are called global
    private static readonly string[] s_regional =
        [
            "athena", "dynamodb", "ecr", "ecs", "elasticfilesystem", "events", "firehose", "glue", "kinesis", "kms", "lambda", "logs",
            "secretsmanager", "sns", "sqs", "ssm", "states"];

    // those of them whose resources all belong to an account too
    private static readonly string[] s_owned = ["firehose", "kinesis", "kms", "lambda", "secretsmanager", "sns", "sqs", "states"];

    /// <summary>The rules.</summary>
    public static ImmutableArray<CheckRule> All =>
        [s_noRegion, s_noAccount, s_account, s_missingRegion, s_missingAccount, s_region, s_resource];

    /// <summary>Checks an ARN of S3.</summary>
    public static void Check(CheckedPolicy policy, CheckedStatement statement, PolicyEntry entry, WrittenArn arn, FindingList findings)
    {
        if (AccountResourceTypes.Of(policy, arn) is not { } type)
        {
            CheckBucket(entry, arn, findings);
            return;
        }

        if (arn.Resource[type.Length..] is ['/', _, ..])
        {
            if (arn.Region.Length == 0)
            {
                CheckWithoutRegion(policy, statement, entry, arn, findings);
            }
            else
            {
                CheckRegion(policy, entry, arn, findings);
            }

            CheckAccount(entry, arn, findings);
        }
        else
        {
            var isColon = arn.Resource[type.Length..] is [':', _, ..];
            findings.Add(
                s_resource,
                $"{DisplayText.Quote(arn.Resource)} names no {type}",
                $"write `{type}/` and its name",
                entry.Span,
                isColon ? ArnEdits.Replace(entry, arn with { Resource = $"{type}/{arn.Resource[(type.Length + 1)..]}" }) : null);
        }
    }

    /// <summary>Checks what can be told of an ARN of another service.</summary>
    public static void CheckOther(PolicyEntry entry, WrittenArn arn, FindingList findings)
    {
        if (arn.Service == "iam" && arn.Region.Length > 0 && !WrittenArn.IsPattern(arn.Region))
        {
            findings.Add(
                s_noRegion, "IAM belongs to no Region: its ARNs have that field empty", $"take {DisplayText.Quote(arn.Region)} out",
                entry.Span, ArnEdits.Replace(entry, arn with { Region = "" }));
        }
        else if (
            arn.Region.Length == 0
                && s_regional.Contains(arn.Service)
                && !arn.Resource.StartsWith("global", StringComparison.Ordinal)
                && arn.Resource != "*")
        {
            ReportMissingRegion(entry, arn.Service, findings);
        }
        else
        {
            CheckExists(entry, arn, findings);
        }

        if (arn is { Account.Length: 0, Region.Length: > 0, Resource.Length: > 0 } && s_owned.Contains(arn.Service))
        {
            ReportAccount(entry, arn, findings);
        }

        // some services have words there, such as `aws` for managed policies
        if (arn.Account.Length > 0 && arn.Account.All(char.IsAsciiDigit) && !PrincipalArn.IsAccount(arn.Account))
        {
            ReportAccount(entry, arn, findings);
        }
    }

    private static void CheckRegion(CheckedPolicy policy, PolicyEntry entry, WrittenArn arn, FindingList findings)
    {
        var isPattern = WrittenArn.IsPattern(arn.Region);
        var canBeEmpty = isPattern && (!arn.Region.AsSpan().ContainsAnyExcept('*') || arn.Region.Contains("${", StringComparison.Ordinal));
        var isOfNone = policy.IsMultiRegion
            ? !canBeEmpty && (arn.IsMultiRegion || WrittenArn.IsPattern(arn.AccessPoint ?? ""))
            : arn.IsMultiRegion && !isPattern;
        if (isOfNone)
        {
            findings.Add(
                s_noRegion,
                "a Multi-Region Access Point belongs to no Region: its ARN has that field empty",
                $"take {DisplayText.Quote(arn.Region)} out",
                entry.Span,
                ArnEdits.Replace(entry, arn with { Region = "" }));
        }
        else if (!policy.IsMultiRegion)
        {
            CheckExists(entry, arn, findings);
        }
    }

    private static void CheckExists(PolicyEntry entry, WrittenArn arn, FindingList findings)
    {
        if (arn.Region.Length > 0 && !WrittenArn.IsPattern(arn.Region) && !AwsRegions.IsKnown(arn.Region))
        {
            findings.Add(
                s_region, $"{DisplayText.Quote(arn.Region)} is not a Region", "write the code of a Region, such as `eu-west-1`",
                entry.Span);
        }
    }

    private static void ReportMissingRegion(PolicyEntry entry, string type, FindingList findings) => findings.Add(
        s_missingRegion, $"{DisplayText.Quote(entry.Text)} has no Region, and every {type} belongs to one",
        "write the code of the Region in the fourth field, or `*` for all", entry.Span);

    private static void CheckWithoutRegion(
        CheckedPolicy policy, CheckedStatement statement, PolicyEntry entry, WrittenArn arn, FindingList findings)
    {
        if (!arn.IsAccessPoint)
        {
            ReportMissingRegion(entry, arn.Resource[..arn.Resource.IndexOf('/', StringComparison.Ordinal)], findings);
        }
        else if (AccessPointNameCheck.NamesByName(arn))
        {
            ReportName(policy, statement, entry, arn, findings);
        }
    }

    private static void ReportName(
        CheckedPolicy policy, CheckedStatement statement, PolicyEntry entry, WrittenArn arn, FindingList findings)
    {
        switch (policy.Kind)
        {
            case PolicyKind.Bucket:
                // no access point belongs there, whatever its ARN
                break;
            case PolicyKind.AccessPoint when !policy.IsMultiRegion:
                ReportMissingRegion(entry, "access point of one Region", findings);
                break;
            case PolicyKind.Identity or PolicyKind.Boundary
                or PolicyKind.Session when statement.Actions is { } actions
                    && actions.Items.Any(action => AccessPointNameCheck.CanCreate(policy, action)):
                // before it exists, a Multi-Region Access Point has no alias
                break;
            default:
                findings.Add(
                    s_resource,
                    $"{DisplayText.Quote(arn.AccessPoint!)} is no alias: the ARN of a Multi-Region Access Point ends in its alias, not in "
                        + "its name",
                    "write the alias, which ends in `.mrap`",
                    entry.Span,
                    AccessPointNameCheck.WithAlias(policy, arn) is { } meant ? ArnEdits.Replace(entry, meant) : null);
                break;
        }
    }

    private static void CheckBucket(PolicyEntry entry, WrittenArn arn, FindingList findings)
    {
        if (arn.Region.Length > 0 && !WrittenArn.IsPattern(arn.Region))
        {
            findings.Add(
                s_noRegion, "ARNs of buckets and objects have no Region", $"take {DisplayText.Quote(arn.Region)} out", entry.Span,
                ArnEdits.Replace(entry, arn with { Region = "" }));
        }

        if (arn.Account.Length > 0 && !WrittenArn.IsPattern(arn.Account))
        {
            findings.Add(
                s_noAccount, "ARNs of buckets and objects have no account", $"take {DisplayText.Quote(arn.Account)} out", entry.Span,
                ArnEdits.Replace(entry, arn with { Account = "" }));
        }

        if (arn.Resource.Length == 0 || arn.Resource[0] is '/' or ':')
        {
            var name = arn.Resource.TrimStart('/', ':');
            findings.Add(
                s_resource,
                "the ARN names no bucket",
                "write the bucket's name behind the last colon",
                entry.Span,
                ArnEdits.IsBucketPath(name) ? ArnEdits.Replace(entry, arn with { Resource = name }) : null);
        }
    }

    private static void CheckAccount(PolicyEntry entry, WrittenArn arn, FindingList findings)
    {
        if (!WrittenArn.IsPattern(arn.Account) && !PrincipalArn.IsAccount(arn.Account))
        {
            ReportAccount(entry, arn, findings);
        }
    }

    private static void ReportAccount(PolicyEntry entry, WrittenArn arn, FindingList findings)
    {
        var isMissing = arn.Account.Length == 0;
        findings.Add(
            isMissing ? s_missingAccount : s_account,
            isMissing ? "the ARN has no account" : $"{DisplayText.Quote(arn.Account)} is not an account id",
            "write the twelve digits of the account",
            entry.Span);
    }
}
