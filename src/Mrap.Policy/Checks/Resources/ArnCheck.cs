using System.Collections.Immutable;
using Mrap.Policy.Arns;
using Mrap.Policy.Checks.Arns;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Model;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Resources;

/// <summary>
/// Whether the resources are ARNs that can exist (Service Authorization Reference, "Resource types defined by Amazon S3").
/// </summary>
internal sealed class ArnCheck : IPolicyCheck
{
    private static readonly CheckRule s_prefix = new("INVALID_ARN_PREFIX", FindingLevel.Error, "a resource does not start with `arn:`");
    private static readonly CheckRule s_fields = new("MISSING_ARN_FIELD", FindingLevel.Error, "an ARN has fewer than six fields");
    private static readonly CheckRule s_partition = new("INVALID_PARTITION", FindingLevel.Error, "an ARN's partition does not exist");
    private static readonly CheckRule s_case = new("INVALID_ARN_SERVICE_CASE", FindingLevel.Error, "an ARN's service has capital letters");
    private static readonly CheckRule s_wildcard =
        new("WILDCARD_IN_SERVICE_NAME", FindingLevel.Suggestion, "the service of an ARN or an action has a wildcard");

    /// <summary>The rule on services that do not exist; shared with the check of condition keys.</summary>
    public static CheckRule InvalidService { get; } =
        new("INVALID_SERVICE", FindingLevel.Error, "the service of an ARN or a condition key does not exist");

    public ImmutableArray<CheckRule> Rules => [s_prefix, s_fields, s_partition, s_case, InvalidService, s_wildcard, .. S3ArnRules.All];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var statement in policy.Statements)
        {
            foreach (var entry in statement.Resources?.Items ?? [])
            {
                if (entry.Text.AsSpan().ContainsAnyExcept('*') || entry.Text.Length == 0)
                {
                    Check(policy, statement, entry, findings);
                }
            }

            foreach (var entry in statement.Actions?.Items ?? [])
            {
                ReportActionService(entry, findings);
            }
        }
    }

    private static void Check(CheckedPolicy policy, CheckedStatement statement, PolicyEntry entry, FindingList findings)
    {
        if (!entry.Text.StartsWith("arn:", StringComparison.Ordinal))
        {
            ReportPrefix(policy, entry, findings);
            return;
        }

        if (ShortArn.IsShort(entry.Text) || policy.ArnOf(entry.Text) is not { } arn)
        {
            ReportFields(policy, entry, findings);
            return;
        }

        if (!WrittenArn.IsPattern(arn.Partition) && !Partitions.IsKnown(arn.Partition))
        {
            findings.Add(
                s_partition,
                $"{DisplayText.Quote(arn.Partition)} is not a partition of AWS",
                "write `aws`, or `aws-cn` or `aws-us-gov` in those partitions",
                entry.Span,
                ArnEdits.Replace(entry, arn with { Partition = "aws" }));
        }

        if (WrittenArn.IsPattern(arn.Service))
        {
            if (arn.Service.AsSpan().ContainsAny('*', '?'))
            {
                ReportWildcard(entry, arn.Service, findings);
            }
        }
        else if (arn.Service.Any(char.IsAsciiLetterUpper) && ServicePrefixes.IsKnown(arn.Service))
        {
            var lower = ActionPattern.Fold(arn.Service);
            findings.Add(
                s_case, $"{DisplayText.Quote(arn.Service)} has capital letters: services in ARNs are in lower case",
                $"write {DisplayText.Quote(lower)}", entry.Span, ArnEdits.Replace(entry, arn with { Service = lower }));
        }
        else if (!ServicePrefixes.IsKnown(arn.Service) && !findings.IsFull(InvalidService))
        {
            var nearest = policy.NearestTo(arn.Service + ":", text => ServicePrefixes.Nearest(text[..^1]));
            findings.Add(
                InvalidService,
                $"{DisplayText.Quote(arn.Service)} is not a service of AWS",
                nearest is null ? "write the service's prefix, such as `s3`" : $"did you mean `{nearest}`?",
                entry.Span,
                nearest is null ? null : ArnEdits.Replace(entry, arn with { Service = nearest }));
        }

        if (arn.Service == "s3")
        {
            S3ArnRules.Check(policy, statement, entry, arn, findings);
        }
        else
        {
            S3ArnRules.CheckOther(entry, arn, findings);
        }
    }

    private static void ReportPrefix(CheckedPolicy policy, PolicyEntry entry, FindingList findings)
    {
        var text = entry.Text;
        var edit = text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase) ? ArnEdits.Replace(entry, "arn:" + text[4..])
            : policy.Kind == PolicyKind.Bucket && ArnEdits.IsBucketPath(text) ? ArnEdits.Replace(entry, "arn:aws:s3:::" + text)
            : null;
        findings.Add(
            s_prefix, $"{DisplayText.Quote(text)} is not an ARN", "write the ARN, such as `arn:aws:s3:::bucket/*`, or `*` for everything",
            entry.Span, edit);
    }

    private static void ReportFields(CheckedPolicy policy, PolicyEntry entry, FindingList findings)
    {
        // of S3's own ARNs the colons of the empty fields are what is left out
        var name = entry.Text[(entry.Text.LastIndexOf(':') + 1)..];
        var head = entry.Text.AsSpan(0, entry.Text.Length - name.Length).TrimEnd(':');
        var edit = Arn.Parse($"{head}:::{name}").TryGet(out var arn) && arn is { Service: "s3", Account: "" } && ArnEdits.IsBucketPath(name)
            ? ArnEdits.Replace(entry, arn.ToString())
            : null;
        findings.Add(
            s_fields,
            $"{DisplayText.Quote(entry.Text)} has {ArnFields.CountIn(entry.Text)} of the {ArnFields.Count} fields of an ARN, "
                + (policy.ArnOf(entry.Text) is null ? "and matches nothing" : "and takes in every value of those that are missing"),
            "write `arn:partition:service:region:account:resource`; fields may be empty but not left out",
            entry.Span,
            edit);
    }

    private static void ReportActionService(PolicyEntry entry, FindingList findings)
    {
        var colon = entry.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && entry.Text.AsSpan(0, colon).ContainsAny('*', '?'))
        {
            ReportWildcard(entry, entry.Text[..colon], findings);
        }
    }

    private static void ReportWildcard(PolicyEntry entry, string service, FindingList findings) => findings.Add(
        s_wildcard, $"the service {DisplayText.Quote(service)} has a wildcard, which takes in services of the future",
        "write the service's prefix, such as `s3`", entry.Span);
}
