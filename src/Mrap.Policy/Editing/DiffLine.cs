namespace Mrap.Policy.Editing;

/// <summary>One line of a comparison.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">Its number in the text before, from 1; null for an added line.</param>
/// <param name="After">Its number in the text after, from 1; null for a removed line.</param>
/// <param name="Text">The line.</param>
public sealed record DiffLine(DiffKind Kind, int? Before, int? After, string Text);
