using System.Collections.Immutable;
using Mrap.Policy.Actions;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Resources;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Conditions;

/// <summary>Whether condition keys exist and are complete.</summary>
internal sealed class ConditionKeyCheck : IPolicyCheck
{
    private const string DeprecatedArn = "aws:ARN";

    private static readonly CheckRule s_format =
        new("INVALID_CONDITION_KEY_FORMAT", FindingLevel.Error, "a condition key is not a service's prefix, a colon and a name");
    private static readonly CheckRule s_global =
        new("INVALID_GLOBAL_CONDITION_KEY", FindingLevel.Error, "there is no global condition key of this name");
    private static readonly CheckRule s_service =
        new("INVALID_SERVICE_CONDITION_KEY", FindingLevel.Error, "the service has no condition key of this name");
    private static readonly CheckRule s_tag =
        new("MISSING_TAG_KEY_IN_CONDITION", FindingLevel.Error, "a condition key for tags does not say which tag");
    private static readonly CheckRule s_deprecated =
        new("DEPRECATED_GLOBAL_CONDITION_KEY", FindingLevel.Warning, "a condition key has been replaced by another");

    public ImmutableArray<CheckRule> Rules => [s_format, s_global, s_service, s_tag, s_deprecated];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var condition in policy.Conditions)
        {
            if (condition.Key is null)
            {
                Check(policy, condition, findings);
            }
        }
    }

    private static void Check(CheckedPolicy policy, CheckedCondition condition, FindingList findings)
    {
        var key = condition.Clause.Key;
        var span = condition.KeyMember.NameSpan;
        if (key.Equals(DeprecatedArn, StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(
                s_deprecated, $"{DisplayText.Quote(key)} has been replaced", "write `aws:PrincipalArn`", span,
                ConditionEdits.RenameKey(condition, "aws:PrincipalArn"));
        }
        else if (S3Actions.FindTagKey(key.TrimEnd('/')) is { } tag)
        {
            findings.Add(
                s_tag, $"{DisplayText.Quote(key)} does not say which tag it is about",
                $"write {DisplayText.Quote(tag.Stem + "/tag-key")} with the key of the tag", span);
        }
        else if (!IsWellFormed(key))
        {
            if (!findings.IsFull(s_format))
            {
                var meant = Complete(key);
                findings.Add(
                    s_format,
                    $"{DisplayText.Quote(key)} is not a condition key",
                    meant is null
                        ? "write a service's prefix, a colon and the key's name, as in `aws:SourceIp`"
                        : $"write {DisplayText.Quote(meant)}",
                    span,
                    ConditionEdits.RenameKey(condition, meant));
            }
        }
        else
        {
            CheckName(policy, condition, key, span, findings);
        }
    }

    private static void CheckName(CheckedPolicy policy, CheckedCondition condition, string key, TextSpan span, FindingList findings)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        var prefix = key[..colon];
        var isGlobal = prefix.Equals("aws", StringComparison.OrdinalIgnoreCase);
        if (isGlobal || prefix.Equals("s3", StringComparison.OrdinalIgnoreCase))
        {
            var rule = isGlobal ? s_global : s_service;
            if (!findings.IsFull(rule))
            {
                var nearest = policy.NearestTo(key, S3Actions.NearestKey);
                findings.Add(
                    rule,
                    $"there is no condition key {DisplayText.Quote(key)}",
                    nearest is null
                        ? "write a key that exists; a key that does not is missing from every request"
                        : $"write {DisplayText.Quote(nearest)}",
                    span,
                    ConditionEdits.RenameKey(condition, nearest));
            }
        }
        else if (!IsProvider(prefix) && !ServicePrefixes.IsKnown(prefix) && !findings.IsFull(ArnCheck.InvalidService))
        {
            var meant = policy.NearestTo(key, S3Actions.NearestKey) is { } nearest
                && nearest.EndsWith(key[colon..], StringComparison.OrdinalIgnoreCase)
                ? nearest
                : null;
            findings.Add(
                ArnCheck.InvalidService,
                $"{DisplayText.Quote(prefix)} is no service's prefix",
                meant is not null ? $"write {DisplayText.Quote(meant)}"
                    : policy.NearestTo(
                        prefix + ":", text => ServicePrefixes.Nearest(text[..^1])) is { } service ? $"write {DisplayText.Quote(service)}"
                    : "write the prefix of a service, or `aws`",
                span,
                ConditionEdits.RenameKey(condition, meant));
        }
    }

    // the keys of identity providers start with a host, or with one of two words that are no services
    private static bool IsProvider(string prefix) => prefix.AsSpan().IndexOfAny('.', '/') >= 0 || prefix is "saml" or "credentials-iot";

    private static bool IsWellFormed(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == key.Length - 1)
        {
            return false;
        }

        // the key of a tag behind a slash may hold blanks
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        foreach (var c in slash < 0 ? key : key[..slash])
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '*' or '?' or '$' or '{' or '}')
            {
                return false;
            }
        }

        return true;
    }

    private static string? Complete(string key)
    {
        var name = key.Trim();
        if (S3Actions.FindKey(name) is not null)
        {
            return name;
        }

        return name.Contains(':', StringComparison.Ordinal) ? null
            : S3Actions.FindKey("aws:" + name) is { } global ? Write(global, name)
            : S3Actions.FindKey("s3:" + name) is { } service ? Write(service, name)
            : null;
    }

    private static string Write(ConditionKeyEntry key, string name) =>
        key.IsTag ? key.Stem + name[name.IndexOf('/', StringComparison.Ordinal)..] : key.Name;
}
