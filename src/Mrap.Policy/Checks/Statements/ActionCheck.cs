using System.Collections.Immutable;
using Mrap.Policy.Actions;
using Mrap.Policy.Checks.Arns;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Resources;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Statements;

/// <summary>
/// Whether the actions exist, and can stand in a policy of this kind. Which actions other services have is not known here; that they are
/// other services is.
/// </summary>
internal sealed class ActionCheck : IPolicyCheck
{
    private static readonly CheckRule s_action =
        new("INVALID_ACTION", FindingLevel.Error, "an action does not exist, or a pattern matches none");
    private static readonly CheckRule s_service =
        new("INVALID_SERVICE_IN_ACTION", FindingLevel.Error, "an action's service does not exist");
    private static readonly CheckRule s_unsupported =
        new("UNSUPPORTED_ACTION_IN_POLICY", FindingLevel.Error, "an action is never asked of the resource that the policy belongs to");

    public ImmutableArray<CheckRule> Rules => [s_action, s_service, s_unsupported];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var statement in policy.Statements)
        {
            if (statement.Actions is { } actions)
            {
                foreach (var entry in actions.Items)
                {
                    // a variable is reported where variables are
                    if (entry.Text.AsSpan().ContainsAnyExcept('*') && !entry.Text.Contains("${", StringComparison.Ordinal))
                    {
                        Check(policy, statement, actions, entry, findings);
                    }
                    else if (entry.Text.Length == 0)
                    {
                        ReportAction(policy, entry, findings);
                    }
                }
            }
        }
    }

    private static void Check(
        CheckedPolicy policy, CheckedStatement statement, PolicyEntries entries, PolicyEntry entry, FindingList findings)
    {
        var text = entry.Text;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1 || text.Any(char.IsWhiteSpace))
        {
            ReportAction(policy, entry, findings);
            return;
        }

        var prefix = text.AsSpan(0, colon);
        if (prefix.ContainsAny('*', '?'))
        {
            return;
        }

        if (!ServicePrefixes.IsKnown(prefix))
        {
            ReportService(policy, entry, colon, findings);
        }
        else if (!prefix.Equals("s3", StringComparison.OrdinalIgnoreCase))
        {
            if (policy.IsResourcePolicy && !entries.IsNegated && !findings.IsFull(s_unsupported))
            {
                findings.Add(
                    s_unsupported, $"{DisplayText.Quote(text)} is not asked of a {NameOf(policy.Kind)}", "list actions of S3 only",
                    entry.Span, RemovalEdits.OfEntry(statement, entries, entry));
            }
        }
        else if (policy.ActionsOf(text) is { IsEmpty: false } actions)
        {
            if (
                policy.IsResourcePolicy
                    && !entries.IsNegated
                    && !findings.IsFull(s_unsupported)
                    && !actions.Any(action => IsSupported(action, policy.Kind)))
            {
                findings.Add(
                    s_unsupported,
                    $"{DisplayText.Quote(text)} is not asked of a {NameOf(policy.Kind)}",
                    policy.Kind == PolicyKind.AccessPoint
                        ? "grant it in the policy of the bucket or of the caller"
                        : "grant it in the caller's own policy",
                    entry.Span,
                    RemovalEdits.OfEntry(statement, entries, entry));
            }
        }
        else
        {
            ReportAction(policy, entry, findings);
        }
    }

    private static void ReportAction(CheckedPolicy policy, PolicyEntry entry, FindingList findings)
    {
        var text = entry.Text;
        if (findings.IsFull(s_action))
        {
            return;
        }

        var nearest = policy.NearestTo(string.Concat(text.Where(c => !char.IsWhiteSpace(c))), S3Actions.Nearest);
        findings.Add(
            s_action,
            text.AsSpan().ContainsAny('*', '?')
                ? $"no action matches {DisplayText.Quote(text)}"
                : $"the action {DisplayText.Quote(text)} does not exist",
            nearest is null ? "write a service and an action, such as `s3:GetObject`" : $"did you mean `{nearest}`?",
            entry.Span,
            nearest is null ? null : Replace(entry, nearest));
    }

    private static void ReportService(CheckedPolicy policy, PolicyEntry entry, int colon, FindingList findings)
    {
        if (findings.IsFull(s_service))
        {
            return;
        }

        var prefix = entry.Text[..colon];
        var meant = policy.NearestTo(prefix + ":", text => ServicePrefixes.Nearest(text[..^1])) is { } nearest
            ? nearest + entry.Text[colon..]
            : S3Actions.Find("s3" + entry.Text[colon..])?.Name;
        findings.Add(
            s_service,
            $"{DisplayText.Quote(prefix)} is not a service of AWS",
            meant is null ? "write the service's prefix, such as `s3`" : $"did you mean {DisplayText.Quote(meant)}?",
            entry.Span,
            meant is null ? null : Replace(entry, meant));
    }

    private static bool IsSupported(ActionEntry action, PolicyKind kind) =>
        (ResourceKinds.Of(action) & (kind == PolicyKind.Bucket
            ? ResourceKinds.Bucket | ResourceKinds.Object
            : ResourceKinds.AccessPoint | ResourceKinds.AccessPointObject)) != 0;

    private static string NameOf(PolicyKind kind) => kind == PolicyKind.Bucket ? "bucket or its objects" : "access point or its objects";

    private static FindingEdit Replace(PolicyEntry entry, string text) =>
        new($"Change to {DisplayText.Quote(text)}", entry.Span, JsonText.Quote(text));
}
