using System.Collections.Immutable;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Completion;

/// <summary>Where in a policy an offset lies.</summary>
/// <param name="Path">The names from the root down; lists do not count.</param>
/// <param name="IsName">Whether a name stands here; otherwise a value, whose name is the last of the path.</param>
/// <param name="Word">The word that is being written, its quotes included; empty when none is.</param>
/// <param name="IsQuoted">Whether the word starts with a quote.</param>
/// <param name="Typed">What of the word stands before the offset, without the quote.</param>
/// <param name="HasColon">Whether a colon follows the word.</param>
internal sealed record CompletionPlace(ImmutableArray<string> Path, bool IsName, TextSpan Word, bool IsQuoted, string Typed, bool HasColon);
