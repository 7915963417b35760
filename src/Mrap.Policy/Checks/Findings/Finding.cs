using Mrap.Policy.Syntax;

namespace Mrap.Policy.Checks.Findings;

/// <summary>One thing that the checks have to say about a policy.</summary>
/// <param name="Code">The rule, one of the codes of <see cref="PolicyChecks.Rules"/>.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Message">What is the matter, as a lower-case sentence fragment; words of the policy stand in backticks.</param>
/// <param name="Hint">What to do about it.</param>
/// <param name="Span">The characters it is about.</param>
/// <param name="Start">Where they start.</param>
/// <param name="End">Where they end, the position behind the last of them.</param>
/// <param name="Pointer">The JSON pointer (RFC 6901) of the innermost value it is about; empty for the whole document.</param>
/// <param name="Path">The same place as `Statement[0].Principal.AWS[1]`; a single statement counts as a list of one. Empty for the whole
/// document.</param>
/// <param name="Edit">A change of the text that settles it; nothing when the right one cannot be known.</param>
public sealed record Finding(
    string Code,
    FindingLevel Level,
    string Message,
    string Hint,
    TextSpan Span,
    TextPosition Start,
    TextPosition End,
    string Pointer,
    string Path,
    FindingEdit? Edit);
