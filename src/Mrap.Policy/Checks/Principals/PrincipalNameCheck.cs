using System.Buffers;
using System.Collections.Immutable;
using Mrap.Policy.Arns;
using Mrap.Policy.Checks.Arns;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Statements;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Principals;

/// <summary>Whether the names of principals are spelled as their type wants them (IAM User Guide, "Principal").</summary>
internal sealed class PrincipalNameCheck : IPolicyCheck
{
    private const int CanonicalLength = 64;

    private static readonly CheckRule s_wildcard =
        new("UNSUPPORTED_WILDCARD_IN_PRINCIPAL", FindingLevel.Error, "a principal's name has a wildcard");
    private static readonly CheckRule s_role =
        new("INVALID_ROLE_REFERENCE", FindingLevel.Warning, "a principal is the id of a role, as is left when the role is deleted");
    private static readonly CheckRule s_user =
        new("INVALID_USER_REFERENCE", FindingLevel.Warning, "a principal is the id of a user, as is left when the user is deleted");
    private static readonly CheckRule s_canonical =
        new("INVALID_CANONICAL_USER", FindingLevel.Warning, "a canonical user is not 64 hexadecimal digits", IsOwn: true);

    private static readonly SearchValues<char> s_nameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");
    private static readonly string[] s_serviceSuffixes =
        [".amazonaws.com", ".amazonaws.com.cn", ".amazonaws.eu", ".amazon.com", ".aws.internal"];

    /// <summary>The rule for service principals, which conditions name too.</summary>
    public static CheckRule ServiceFormat { get; } =
        new("INVALID_SERVICE_PRINCIPAL_FORMAT", FindingLevel.Error, "a service principal is not spelled `name.amazonaws.com`");

    public ImmutableArray<CheckRule> Rules => [s_wildcard, ServiceFormat, s_role, s_user, s_canonical];

    /// <summary>Whether a text has the form of a service principal.</summary>
    public static bool IsService(string text) =>
        s_serviceSuffixes.Any(
            suffix =>
                text.Length > suffix.Length
                    && text.EndsWith(suffix, StringComparison.Ordinal)
                    && IsDottedName(text.AsSpan(0, text.Length - suffix.Length)));

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        // where none can stand, that is said, and not how it should be spelled
        if (policy.Kind is PolicyKind.Identity or PolicyKind.Boundary or PolicyKind.Session or PolicyKind.ServiceControl)
        {
            return;
        }

        foreach (var statement in policy.Statements)
        {
            foreach (var group in statement.Principals?.Groups ?? [])
            {
                foreach (var entry in group.Entries.Items)
                {
                    // a variable is reported where variables are
                    if (!entry.Text.Contains("${", StringComparison.Ordinal))
                    {
                        Check(group.Type, entry, findings);
                    }
                }
            }
        }
    }

    private static void Check(PrincipalType type, PolicyEntry entry, FindingList findings)
    {
        if (type == PrincipalType.Aws && entry.Text == "*")
        {
            return;
        }

        if (entry.Text.AsSpan().ContainsAny('*', '?'))
        {
            ReportWildcard(type, entry, findings);
            return;
        }

        switch (type)
        {
            case PrincipalType.Aws:
                CheckAws(entry, findings);
                break;
            case PrincipalType.Service when !IsService(entry.Text):
                var edit = IsServiceName(entry.Text) ? Replace(entry, entry.Text + ".amazonaws.com") : null;
                findings.Add(
                    ServiceFormat, $"{DisplayText.Quote(entry.Text)} is not a service principal", "write it as `name.amazonaws.com`",
                    entry.Span, edit);
                break;
            case PrincipalType.CanonicalUser when entry.Text.Length != CanonicalLength || !entry.Text.All(char.IsAsciiHexDigit):
                findings.Add(
                    s_canonical, $"{DisplayText.Quote(entry.Text)} is not a canonical user id",
                    "write the 64 hexadecimal digits of the account's id", entry.Span);
                break;
            case PrincipalType.Service or PrincipalType.CanonicalUser or PrincipalType.Federated:
                break;
        }
    }

    private static void CheckAws(PolicyEntry entry, FindingList findings)
    {
        var text = entry.Text;
        if (PrincipalArn.IsAccount(text) || IsOriginAccessIdentity(text))
        {
            return;
        }

        if (PrincipalArn.Parse(text) is { } arn)
        {
            if (!Partitions.IsKnown(arn.Partition))
            {
                findings.Add(
                    GrammarCheck.PrincipalFormat, $"{DisplayText.Quote(arn.Partition)} is not a partition of AWS",
                    "write `aws`, `aws-cn` or `aws-us-gov`", entry.Span);
            }
        }
        else if (IsUniqueId(text, "AROA"))
        {
            findings.Add(
                s_role, $"{DisplayText.Quote(text)} is the id of a role, not its ARN: it stays behind when the role is deleted",
                "name the role by its ARN", entry.Span);
        }
        else if (IsUniqueId(text, "AIDA"))
        {
            findings.Add(
                s_user, $"{DisplayText.Quote(text)} is the id of a user, not its ARN: it stays behind when the user is deleted",
                "name the user by its ARN", entry.Span);
        }
        else
        {
            findings.Add(
                GrammarCheck.PrincipalFormat,
                $"{DisplayText.Quote(text)} does not name an account, a user, a role or a session",
                "write twelve digits, or an ARN such as `arn:aws:iam::111122223333:role/name`",
                entry.Span);
        }
    }

    private static void ReportWildcard(PrincipalType type, PolicyEntry entry, FindingList findings)
    {
        // everyone of an account is the account itself
        var account = type == PrincipalType.Aws
            && Arn.Parse(entry.Text).TryGet(out var arn)
            && arn is { Service: "iam", Region: "", Resource: "*" or "user/*" or "role/*" }
            && PrincipalArn.IsAccount(arn.Account)
            ? $"arn:{arn.Partition}:iam::{arn.Account}:root"
            : null;
        findings.Add(
            s_wildcard,
            $"{DisplayText.Quote(entry.Text)} matches nobody: a principal is named in full, or is `*` alone",
            type == PrincipalType.Aws
                ? "name each principal, or use `*` with a condition on `aws:PrincipalArn`"
                : "name each principal in full",
            entry.Span,
            account is null
                ? null
                : new FindingEdit("Name the whole account", entry.Span, JsonText.Quote(account)));
    }

    private static FindingEdit Replace(PolicyEntry entry, string text) =>
        new($"Change to {DisplayText.Quote(text)}", entry.Span, JsonText.Quote(text));

    private static bool IsServiceName(string text) =>
        text.Length > 0 && IsDottedName(text) && !text.Contains('.', StringComparison.Ordinal);

    private static bool IsDottedName(ReadOnlySpan<char> text) =>
        text.Length > 0
            && !text.ContainsAnyExcept(s_nameCharacters)
            && text[0] != '.'
            && text[^1] != '.'
            && text.IndexOf("..", StringComparison.Ordinal) < 0;

    private static bool IsUniqueId(string text, string prefix) =>
        text.Length is > 4 and <= 128
            && text.StartsWith(prefix, StringComparison.Ordinal)
            && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    // CloudFront's identities are users of no account
    private static bool IsOriginAccessIdentity(string text) =>
        Arn.Parse(text).TryGet(out var arn)
            && arn is { Service: "iam", Region: "", Account: "cloudfront" }
            && arn.Resource.StartsWith("user/", StringComparison.Ordinal);
}
