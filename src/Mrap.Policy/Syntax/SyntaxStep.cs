namespace Mrap.Policy.Syntax;

/// <summary>One step from a value to one of its parts.</summary>
/// <param name="Name">The member's name; nothing for an item of a list.</param>
/// <param name="Index">The item's place in the list, from 0.</param>
/// <param name="Value">The part that is reached.</param>
internal readonly record struct SyntaxStep(string? Name, int Index, JsonSyntax Value);
