using System.Collections.Immutable;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Statements;

/// <summary>Reports the faults of grammar that reading found, under Access Analyzer's codes.</summary>
internal sealed class GrammarCheck : IPolicyCheck
{
    private static readonly CheckRule s_syntax =
        new("JSON_SYNTAX_ERROR", FindingLevel.Error, "the text is not JSON, or an object has a name twice");
    private static readonly CheckRule s_type =
        new("DATA_TYPE_MISMATCH", FindingLevel.Error, "a value has another JSON type than its element takes");
    private static readonly CheckRule s_twins =
        new("DUPLICATE_KEYS_WITH_DIFFERENT_CASE", FindingLevel.Error, "one operator has a condition key twice, spelled in different case");
    private static readonly CheckRule s_element =
        new("INVALID_POLICY_ELEMENT", FindingLevel.Error, "the grammar has no element of this name here");
    private static readonly CheckRule s_version = new("INVALID_VERSION", FindingLevel.Error, "the version is not one of the two");
    private static readonly CheckRule s_effect = new("INVALID_EFFECT", FindingLevel.Error, "the effect is neither Allow nor Deny");
    private static readonly CheckRule s_principalKey =
        new("INVALID_PRINCIPAL_KEY", FindingLevel.Error, "principals have no type of this name");
    private static readonly CheckRule s_noStatement = new("MISSING_STATEMENT", FindingLevel.Error, "the policy has no Statement");
    private static readonly CheckRule s_noEffect = new("MISSING_EFFECT", FindingLevel.Error, "a statement has no Effect");
    private static readonly CheckRule s_noAction =
        new("MISSING_ACTION", FindingLevel.Error, "a statement has neither Action nor NotAction");
    private static readonly CheckRule s_noResource =
        new("MISSING_RESOURCE", FindingLevel.Error, "a statement has neither Resource nor NotResource");
    private static readonly CheckRule s_noPrincipal =
        new("MISSING_PRINCIPAL", FindingLevel.Error, "a statement of a resource's policy has neither Principal nor NotPrincipal");
    private static readonly CheckRule s_unsupported =
        new("UNSUPPORTED_PRINCIPAL", FindingLevel.Error, "a policy that is attached to its principal names one");
    private static readonly CheckRule s_pair =
        new("UNSUPPORTED_ELEMENT_COMBINATION", FindingLevel.Error, "a statement has an element and its negation");

    /// <summary>The rule on principals that name nobody; shared with the check of their names.</summary>
    public static CheckRule PrincipalFormat { get; } =
        new("INVALID_PRINCIPAL_FORMAT", FindingLevel.Error, "what stands as a principal does not name one");

    public ImmutableArray<CheckRule> Rules =>
    [
        s_syntax, s_type, s_twins, s_element, s_version, s_effect, PrincipalFormat, s_principalKey,
        s_noStatement, s_noEffect, s_noAction, s_noResource, s_noPrincipal, s_unsupported, s_pair,
    ];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var fault in policy.Outcome.Faults)
        {
            if (RuleOf(fault.Code) is { } rule && IsCertain(policy, fault, rule))
            {
                var edit = fault.Repair is { } repair
                    ? new FindingEdit(TitleOf(policy.Outcome.Source, fault.Span, repair), fault.Span, repair)
                    : null;
                findings.Add(rule, fault.Message, fault.Hint, fault.Span, edit ?? RemovalOf(policy, fault));
            }
        }
    }

    // behind a place that leaves the structure in doubt, and of what the structure lacks, nothing can be told for certain
    private static bool IsCertain(CheckedPolicy policy, PolicyFault fault, CheckRule rule) =>
        policy.Outcome.DoubtfulFrom is not { } doubtful || (ReferenceEquals(rule, s_syntax) && fault.Span.Start <= doubtful);

    private static CheckRule? RuleOf(string code) => code switch
    {
        PolicyFaultCodes.JsonSyntaxError or PolicyFaultCodes.DuplicateKey or PolicyFaultCodes.NestingTooDeep => s_syntax,
        PolicyFaultCodes.DataTypeMismatch => s_type,
        PolicyFaultCodes.DuplicateKeysWithDifferentCase => s_twins,
        PolicyFaultCodes.InvalidPolicyElement => s_element,
        PolicyFaultCodes.InvalidVersion => s_version,
        PolicyFaultCodes.InvalidEffect => s_effect,
        PolicyFaultCodes.InvalidPrincipal => PrincipalFormat,
        PolicyFaultCodes.InvalidPrincipalKey => s_principalKey,
        PolicyFaultCodes.MissingStatement => s_noStatement,
        PolicyFaultCodes.MissingEffect => s_noEffect,
        PolicyFaultCodes.MissingAction => s_noAction,
        PolicyFaultCodes.MissingResource => s_noResource,
        PolicyFaultCodes.MissingPrincipal => s_noPrincipal,
        PolicyFaultCodes.UnsupportedPrincipal => s_unsupported,
        PolicyFaultCodes.UnsupportedElementCombination => s_pair,
        _ => null,
    };

    private static string TitleOf(SourceText source, TextSpan span, string repair) =>
        repair.Length == 0 ? $"Remove {DisplayText.Quote(source.Slice(span))}"
        : span.Length == 0 ? $"Insert {DisplayText.Quote(repair)}"
        : $"Change to {DisplayText.Quote(repair)}";

    private static FindingEdit? RemovalOf(CheckedPolicy policy, PolicyFault fault)
    {
        if (fault.Code != PolicyFaultCodes.UnsupportedPrincipal)
        {
            return null;
        }

        var statement = policy.Statements.FirstOrDefault(found => found.Syntax.Span.Contains(fault.Span.Start));
        return statement?.Syntax.Members.FirstOrDefault(member => member.NameSpan == fault.Span) is { } member
            ? new FindingEdit($"Remove {DisplayText.Quote(member.Name)}", Removal.Of(statement.Syntax, member), "")
            : null;
    }
}
