namespace Mrap.Policy.Completion;

/// <summary>A word that fits a place, before quotes are put around it.</summary>
/// <param name="Text">The word, unescaped; also its label.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Detail">A few words beside it.</param>
/// <param name="Documentation">What it means.</param>
/// <param name="Value">For a name: how its value starts, as a snippet; nothing when nothing is known of it.</param>
/// <param name="IsOpen">Whether more is to be written before the closing quote.</param>
/// <param name="Raw">JSON to write instead of the word in quotes, as a snippet; nothing for words.</param>
internal sealed record Candidate(
    string Text, CompletionKind Kind, string Detail, string Documentation = "", string? Value = null, bool IsOpen = false,
    string? Raw = null);
