namespace Mrap.Policy.Syntax;

/// <summary>One thing that keeps a text from being a policy.</summary>
/// <param name="Code">Which rule is broken, one of <see cref="PolicyFaultCodes"/>.</param>
/// <param name="Message">A lower-case sentence fragment; words of the text stand in backticks.</param>
/// <param name="Hint">What to do about it.</param>
/// <param name="Span">The characters at fault.</param>
/// <param name="Position">Where they start.</param>
/// <param name="Pointer">The JSON pointer (RFC 6901) of the innermost value at fault; empty for the whole document.</param>
/// <param name="Repair">What mends it in place of the characters at fault, empty to take them away; nothing when the right text cannot be
/// known.</param>
public sealed record PolicyFault(
    string Code, string Message, string Hint, TextSpan Span, TextPosition Position, string Pointer, string? Repair = null);
