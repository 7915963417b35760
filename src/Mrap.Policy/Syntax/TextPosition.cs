namespace Mrap.Policy.Syntax;

/// <summary>A place in a policy's text as editors show it.</summary>
/// <param name="Offset">UTF-16 code units from the start, from 0.</param>
/// <param name="Line">Line, from 1; lines end at a line feed, a carriage return or both together.</param>
/// <param name="Column">UTF-16 code units from the start of the line, from 1.</param>
public readonly record struct TextPosition(int Offset, int Line, int Column);
