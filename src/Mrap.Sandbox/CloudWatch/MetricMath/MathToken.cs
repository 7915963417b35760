namespace Mrap.Sandbox.CloudWatch.MetricMath;

/// <summary>A word of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, without quotation marks.</param>
/// <param name="Position">Where it begins, from 0.</param>
internal readonly record struct MathToken(MathTokenKind Kind, string Text, int Position);
