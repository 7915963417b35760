using System.Collections.Immutable;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Checks.Statements;

/// <summary>Whether the policy says which version of the language it is written in, and has any statements.</summary>
internal sealed class VersionCheck : IPolicyCheck
{
    private const int MaxBlank = 64;
    private const string Current = "\"Version\": \"2012-10-17\"";

    private static readonly CheckRule s_version =
        new("MISSING_VERSION", FindingLevel.Warning, "the policy does not say its version, so that the rules of 2008-10-17 apply");

    public ImmutableArray<CheckRule> Rules => [s_version];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        if (policy.Top is not { } top || top.Find("Version") is not null)
        {
            return;
        }

        findings.Add(
            s_version,
            "the policy has no `Version`: policy variables in it are plain text",
            "add `\"Version\": \"2012-10-17\"`",
            new TextSpan(top.Span.Start, 1),
            Addition(policy));
    }

    /// <summary>Adds the current version to a policy that says none.</summary>
    public static FindingEdit? Addition(CheckedPolicy policy)
    {
        if (policy.Top is not { } top)
        {
            return null;
        }

        // the new member stands where the first one does, behind the same white space
        var behind = top.Span.Start + 1;
        var blank = top.Members.IsEmpty || top.Members[0].NameSpan.Start - behind > MaxBlank
            ? ""
            : policy.Outcome.Source.Text[behind..top.Members[0].NameSpan.Start];
        var addition = top.Members.IsEmpty ? Current : $"{blank}{Current},";
        return new FindingEdit("Add the version", new TextSpan(behind, 0), addition);
    }
}
