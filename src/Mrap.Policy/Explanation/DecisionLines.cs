using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Explanation;

/// <summary>
/// Puts a decision into lines for a terminal: the sentence, the deciding statement with its place, what came near, and the readings it
/// rests on.
/// </summary>
internal static class DecisionLines
{
    private const int MaxMisses = 5;

    /// <summary>The lines, the sentence first.</summary>
    public static ImmutableArray<string> Of(DecisionExplanation explanation)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add(explanation.Summary);
        var decision = explanation.Decision;
        if (decision.DecidingStatement is { } statement)
        {
            lines.Add(
                $"decided by {explanation.Pointer} of the {NameOf(decision.Policy!, explanation)}, "
                    + $"{Place(decision.Policy!, statement.Span)}: {Quote(decision.Policy!, statement.Span)}");
        }

        var misses = explanation.NearMisses;
        lines.AddRange(misses.Take(MaxMisses).Select(miss =>
            $"near miss: {miss.Pointer} of the {NameOf(miss.Policy, explanation)}, {Place(miss.Policy, miss.Span)}: {miss.WouldMatch}"));
        if (misses.Length > MaxMisses)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"near miss: and {misses.Length - MaxMisses} more"));
        }

        lines.AddRange(explanation.Notes.Select(note => "note: " + note));
        return lines.ToImmutable();
    }

    // Several policies of one kind are told apart by their number.
    private static string NameOf(CompiledPolicy policy, DecisionExplanation explanation)
    {
        var kind = DecisionSummary.Kind(policy.Kind);
        foreach (var layer in explanation.Layers)
        {
            var alike = layer.Policies.Where(explained => explained.Policy.Kind == policy.Kind).ToList();
            var index = alike.FindIndex(explained => ReferenceEquals(explained.Policy, policy));
            if (index >= 0 && alike.Count > 1)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{kind} {index + 1}");
            }
        }

        return kind;
    }

    private static string Place(CompiledPolicy policy, TextSpan span)
    {
        var position = policy.Document.Source.PositionOf(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"line {position.Line}, column {position.Column}");
    }

    private static string Quote(CompiledPolicy policy, TextSpan span) => DisplayText.Quote(policy.Document.Source.Slice(span));
}
