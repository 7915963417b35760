using System.Collections.Immutable;

namespace Mrap.Sandbox.CloudWatch.MetricMath;

/// <summary>A part of an expression as it is written.</summary>
internal abstract record MathNode
{
    private MathNode()
    {
    }

    /// <summary>A number.</summary>
    internal sealed record Number(double Value) : MathNode;

    /// <summary>A text in quotation marks.</summary>
    internal sealed record Text(string Value) : MathNode;

    /// <summary>The id of a query, or a word that a function knows, such as <c>REPEAT</c>.</summary>
    internal sealed record Name(string Value) : MathNode;

    /// <summary>A value with its sign changed.</summary>
    internal sealed record Negation(MathNode Of) : MathNode;

    /// <summary>Two values with an operator between them.</summary>
    internal sealed record Binary(string Operator, MathNode Left, MathNode Right) : MathNode;

    /// <summary>Several time series in brackets.</summary>
    internal sealed record Array(ImmutableArray<MathNode> Items) : MathNode;

    /// <summary>A function with its arguments.</summary>
    internal sealed record Call(string Function, ImmutableArray<MathNode> Arguments) : MathNode;
}
