using System.Collections.Immutable;
using Mrap.Policy.Actions;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Statements;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Conditions;

/// <summary>Whether policy variables are whole, stand where they are replaced, and name keys that exist.</summary>
internal sealed class VariableCheck : IPolicyCheck
{
    private const string CurrentVersion = "2012-10-17";
    private const int MaxEditedLength = 2048;

    private static readonly CheckRule s_brace =
        new("MISSING_BRACE_IN_VARIABLE", FindingLevel.Error, "a policy variable has no closing brace");
    private static readonly CheckRule s_quote =
        new("MISSING_QUOTE_IN_VARIABLE", FindingLevel.Error, "the default of a policy variable is not in single quotes");
    private static readonly CheckRule s_space =
        new("UNSUPPORTED_SPACE_IN_VARIABLE", FindingLevel.Error, "a policy variable has a blank in its key");
    private static readonly CheckRule s_empty = new("EMPTY_VARIABLE", FindingLevel.Error, "a policy variable names no key");
    private static readonly CheckRule s_element =
        new("VARIABLE_UNSUPPORTED_IN_ELEMENT", FindingLevel.Error, "a policy variable stands where none is replaced");
    private static readonly CheckRule s_version =
        new("VARIABLE_UNSUPPORTED_IN_VERSION", FindingLevel.Error, "a policy variable stands in a policy of a version without them");
    private static readonly CheckRule s_operator =
        new("INVALID_VARIABLE_FOR_OPERATOR", FindingLevel.Error, "a policy variable is compared by an operator that does not replace it");
    private static readonly CheckRule s_unknown =
        new("UNKNOWN_KEY_IN_VARIABLE", FindingLevel.Warning, "a policy variable names a key that does not exist", IsOwn: true);
    private static readonly CheckRule s_several =
        new("MULTIVALUED_KEY_IN_VARIABLE", FindingLevel.Warning, "a policy variable names a key that can have several values", IsOwn: true);

    public ImmutableArray<CheckRule> Rules => [s_brace, s_quote, s_space, s_empty, s_element, s_version, s_operator, s_unknown, s_several];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        var version = policy.Top?.Find("Version");
        var isCurrent = policy.Version == PolicyVersion.V20121017;
        if (!isCurrent && version is not null && policy.Version != PolicyVersion.V20081017)
        {
            return;
        }

        foreach (var statement in policy.Statements)
        {
            foreach (var entry in Unreplaced(statement))
            {
                CheckUnreplaced(entry, findings);
            }

            foreach (var entry in statement.Resources?.Items ?? [])
            {
                if (isCurrent)
                {
                    CheckText(entry.Text, entry.Span, findings);
                }
                else
                {
                    CheckVersion(policy, version, entry.Text, entry.Span, findings);
                }
            }
        }

        foreach (var condition in policy.Conditions)
        {
            foreach (var value in condition.Clause.Values)
            {
                if (!PolicyVariable.IsIn(value.Text))
                {
                    continue;
                }

                if (!isCurrent)
                {
                    CheckVersion(policy, version, value.Text, value.Span, findings);
                }
                else if (condition.Operator.Family is ConditionFamily.Text or ConditionFamily.Arn or ConditionFamily.Unknown)
                {
                    CheckText(value.Text, value.Span, findings);
                }
                else
                {
                    findings.Add(
                        s_operator,
                        $"{DisplayText.Quote(condition.Block.Operator)} takes {DisplayText.Quote(value.Text)} as it is: variables are "
                            + "replaced for text and ARNs only",
                        "write the value itself",
                        value.Span);
                }
            }
        }
    }

    private static IEnumerable<PolicyEntry> Unreplaced(CheckedStatement statement) =>
        (statement.Actions?.Items ?? []).Concat(statement.Principals?.Groups.SelectMany(group => group.Entries.Items) ?? []);

    private static void CheckUnreplaced(PolicyEntry entry, FindingList findings)
    {
        if (PolicyVariable.IsIn(entry.Text) && PolicyVariable.In(entry.Text).Exists(variable => variable.IsClosed))
        {
            findings.Add(
                s_element,
                $"the variable in {DisplayText.Quote(entry.Text)} is not replaced: variables belong into `Resource` and `Condition`",
                "write the name itself",
                entry.Span);
        }
    }

    private static void CheckVersion(CheckedPolicy policy, JsonMemberSyntax? version, string text, TextSpan span, FindingList findings)
    {
        if (!PolicyVariable.IsIn(text) || !PolicyVariable.In(text).Exists(variable => variable is { IsClosed: true, Key.Length: > 0 }))
        {
            return;
        }

        findings.Add(
            s_version,
            $"variables are not replaced in version 2008-10-17: {DisplayText.Quote(text)} is taken as it is",
            $"write `\"Version\": \"{CurrentVersion}\"`",
            span,
            version is null
                ? VersionCheck.Addition(policy)
                : new FindingEdit($"Change the version to `{CurrentVersion}`", version.Value.Span, $"\"{CurrentVersion}\""));
    }

    private static void CheckText(string text, TextSpan span, FindingList findings)
    {
        if (!PolicyVariable.IsIn(text))
        {
            return;
        }

        foreach (var variable in PolicyVariable.In(text))
        {
            Check(text, variable, span, findings);
        }
    }

    private static void Check(string text, PolicyVariable variable, TextSpan span, FindingList findings)
    {
        var shown = DisplayText.Quote(text.AsSpan(variable.Start, variable.Length));
        var key = variable.Key.Trim();
        if (!variable.IsClosed)
        {
            findings.Add(
                s_brace,
                $"the variable {shown} has no closing brace and is plain text",
                "write `}` behind its key",
                span,
                key.Length == 0 ? null : Replace(text, span, variable, $"${{{key}}}"));
        }
        else if (key.Length == 0)
        {
            findings.Add(
                s_empty, $"the variable {shown} names no key", "name a key, as in `${aws:username}`", span,
                Replace(text, span, variable, ""));
        }
        else if (variable.Key.AsSpan().ContainsAny(' ', '\t'))
        {
            var joined = variable.Key.Replace(" ", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
            var rest = variable.Default is { } fallback ? $", {fallback.Trim()}" : "";
            findings.Add(
                s_space, $"the variable {shown} has a blank in its key", "leave the blank out", span,
                Replace(text, span, variable, $"${{{joined}{rest}}}"));
        }
        else if (variable.Default is { } fallback && !IsQuoted(fallback.Trim()))
        {
            var plain = fallback.Trim().Trim('\'', '"');
            findings.Add(
                s_quote,
                $"the default in {shown} is not in single quotes",
                "put it in single quotes: `${key, 'default'}`",
                span,
                plain.Contains('\'', StringComparison.Ordinal) ? null : Replace(text, span, variable, $"${{{key}, '{plain}'}}"));
        }
        else if (!variable.IsLiteral)
        {
            CheckKey(text, variable, key, span, findings);
        }
    }

    private static void CheckKey(string text, PolicyVariable variable, string key, TextSpan span, FindingList findings)
    {
        if (S3Actions.FindKey(key) is { } known)
        {
            if (known.IsMultivalued)
            {
                findings.Add(
                    s_several, $"{DisplayText.Quote(key)} can have several values, and then the variable has none",
                    "use a key with one value", span);
            }

            return;
        }

        // keys of other services and of identity providers are not in the table
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        var isOurs = colon < 0
            || key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
            || key.StartsWith("s3:", StringComparison.OrdinalIgnoreCase)
            || key.StartsWith("AWS::", StringComparison.Ordinal);
        if (isOurs && !findings.IsFull(s_unknown))
        {
            var nearest = S3Actions.NearestKey(key);
            var rest = variable.Default is { } fallback ? $", {fallback.Trim()}" : "";
            findings.Add(
                s_unknown,
                $"there is no key {DisplayText.Quote(key)}, so that the variable never has a value",
                nearest is null ? "name a key that exists, as in `${aws:username}`" : $"write {DisplayText.Quote(nearest)}",
                span,
                nearest is null ? null : Replace(text, span, variable, $"${{{nearest}{rest}}}"));
        }
    }

    private static bool IsQuoted(string text) => text.Length >= 2 && text[0] == '\'' && text.IndexOf('\'', 1) == text.Length - 1;

    private static FindingEdit? Replace(string text, TextSpan span, PolicyVariable variable, string replacement) =>
        text.Length > MaxEditedLength
        ? null
        : new FindingEdit(
            replacement.Length == 0 ? "Remove the variable" : $"Write {DisplayText.Quote(replacement)}",
            span,
            JsonText.Quote(string.Concat(text.AsSpan(0, variable.Start), replacement, text.AsSpan(variable.Start + variable.Length))));
}
