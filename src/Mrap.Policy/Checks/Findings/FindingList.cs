using System.Collections.Immutable;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Checks.Findings;

/// <summary>Gathers findings, of each rule up to a bound, so that one rule cannot crowd out the others.</summary>
internal sealed class FindingList(SourceText source, JsonSyntax? root)
{
    private const int MaxOfRule = 100;

    private readonly Dictionary<CheckRule, int> _counts = new(ReferenceEqualityComparer.Instance);
    private readonly List<Finding> _findings = [];

    /// <summary>Whether the bound of a rule is reached: further findings of it are dropped.</summary>
    public bool IsFull(CheckRule rule) => _counts.TryGetValue(rule, out var count) && count >= MaxOfRule;

    /// <summary>Reports a finding.</summary>
    public void Add(CheckRule rule, string message, string hint, TextSpan span, FindingEdit? edit = null)
    {
        _counts.TryGetValue(rule, out var count);
        if (count >= MaxOfRule)
        {
            return;
        }

        _counts[rule] = count + 1;
        var steps = root is null ? [] : SyntaxPath.At(root, span.Start);
        _findings.Add(new Finding(
            rule.Code,
            rule.Level,
            message,
            hint,
            span,
            source.PositionOf(span.Start),
            source.PositionOf(span.End),
            SyntaxPath.ToPointer(steps),
            SyntaxPath.ToPath(steps),
            edit));
    }

    /// <summary>The findings in the order of the text; at one place the graver first.</summary>
    public ImmutableArray<Finding> ToFindings() =>
        [.. _findings.OrderBy(finding => finding.Span.Start).ThenBy(finding => finding.Level)];
}
