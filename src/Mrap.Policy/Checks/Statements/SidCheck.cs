using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Statements;

/// <summary>
/// Names of statements: IAM wants letters and digits and no name twice; policies of S3 resources may use any characters and should not
/// repeat a name.
/// </summary>
internal sealed class SidCheck : IPolicyCheck
{
    private static readonly CheckRule s_empty = new("EMPTY_SID_VALUE", FindingLevel.Suggestion, "a Sid is empty");
    private static readonly CheckRule s_characters =
        new("UNSUPPORTED_SID", FindingLevel.Error, "the Sid of an IAM policy has characters other than letters and digits");
    private static readonly CheckRule s_required =
        new("UNIQUE_SIDS_REQUIRED", FindingLevel.Error, "two statements of an IAM policy have one Sid");
    private static readonly CheckRule s_recommended =
        new("UNIQUE_SIDS_RECOMMENDED", FindingLevel.Warning, "two statements of a resource's policy have one Sid");

    public ImmutableArray<CheckRule> Rules => [s_empty, s_characters, s_required, s_recommended];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in policy.Statements)
        {
            if (statement.Sid is not { } sid || statement.Syntax.Find("Sid") is not { } member)
            {
                continue;
            }

            if (sid.Length == 0)
            {
                var edit = new FindingEdit("Remove the empty `Sid`", Removal.Of(statement.Syntax, member), "");
                findings.Add(s_empty, "the `Sid` is empty", "give the statement a name, or leave `Sid` out", member.Value.Span, edit);
                continue;
            }

            if (!policy.IsResourcePolicy && !sid.All(char.IsAsciiLetterOrDigit))
            {
                var plain = string.Concat(sid.Where(char.IsAsciiLetterOrDigit));
                findings.Add(
                    s_characters,
                    $"the `Sid` {DisplayText.Quote(sid)} has characters other than letters and digits",
                    "use letters a to z, A to Z and digits",
                    member.Value.Span,
                    plain.Length == 0
                        ? null
                        : new FindingEdit($"Change to {DisplayText.Quote(plain)}", member.Value.Span, JsonText.Quote(plain)));
            }

            if (!taken.Add(sid))
            {
                var rule = policy.IsResourcePolicy ? s_recommended : s_required;
                if (!findings.IsFull(rule))
                {
                    var other = FreeName(sid, policy.Statements);
                    findings.Add(
                        rule,
                        $"another statement is called {DisplayText.Quote(sid)} too",
                        "give each statement a name of its own",
                        member.Value.Span,
                        new FindingEdit($"Change to {DisplayText.Quote(other)}", member.Value.Span, JsonText.Quote(other)));
                }
            }
        }
    }

    private static string FreeName(string sid, ImmutableArray<CheckedStatement> statements)
    {
        var names = statements.Select(statement => statement.Sid).ToHashSet(StringComparer.Ordinal);
        var number = 2;
        while (names.Contains(sid + number.ToString(CultureInfo.InvariantCulture)))
        {
            number++;
        }

        return sid + number.ToString(CultureInfo.InvariantCulture);
    }
}
