using Mrap.Policy.Syntax;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>A statement that decided.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
internal sealed record MatchedStatement(SimulationPolicy Policy, TextPosition Start, TextPosition End)
{
    /// <summary>
    /// Places a statement as the simulator does: where its reader stood before and after it. The first of a list starts right behind the
    /// bracket, any other where the one before it ends, one without a list behind its own brace.
    /// </summary>
    /// <param name="index">The statement's place in it, from 0.</param>
    public static MatchedStatement Of(SimulationPolicy policy, int index)
    {
        var document = policy.Compiled.Document;
        var span = document.Statements[index].Span;
        var start = index > 0 ? document.Statements[index - 1].Span.End
            : document.IsList ? document.Source.Text.LastIndexOf('[', span.Start) + 1
            : span.Start + 1;
        return new MatchedStatement(policy, document.Source.PositionOf(start), document.Source.PositionOf(span.End));
    }
}
