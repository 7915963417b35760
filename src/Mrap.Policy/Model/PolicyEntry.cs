using Mrap.Policy.Syntax;

namespace Mrap.Policy.Model;

/// <summary>One action, resource or principal as written.</summary>
/// <param name="Text">The entry, unescaped.</param>
/// <param name="Span">Its place, quotes included.</param>
public sealed record PolicyEntry(string Text, TextSpan Span);
