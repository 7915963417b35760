namespace Mrap.Core.AccessPoints;

/// <summary>One rule of a name and whether a text keeps it.</summary>
/// <param name="Text">The rule as a fragment that follows the field's name.</param>
/// <param name="IsKept">Whether the text keeps it.</param>
public readonly record struct NameRule(string Text, bool IsKept);
