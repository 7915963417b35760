using Mrap.Policy.Completion;

namespace Mrap.Web.Components.Policies;

/// <summary>Something that the code editor offers to write.</summary>
/// <param name="Label">What the list shows.</param>
/// <param name="Insert">What is written, as a snippet when <paramref name="IsSnippet"/>.</param>
/// <param name="IsSnippet">Whether <c>$0</c> in the text says where writing goes on.</param>
/// <param name="Filter">What the typed text is matched against.</param>
/// <param name="Start">Offset of the first code unit that it replaces.</param>
/// <param name="Length">How many code units it replaces.</param>
/// <param name="Detail">A few words beside the label.</param>
/// <param name="Documentation">A sentence or two; may be empty.</param>
public sealed record EditorCompletion(
    string Label, string Insert, bool IsSnippet, string Filter, int Start, int Length, string Detail, string Documentation)
{
    public static EditorCompletion Of(CompletionItem item) => new(
        item.Label,
        item.Snippet ?? item.InsertText,
        item.Snippet is not null,
        item.FilterText,
        item.Replaced.Start,
        item.Replaced.Length,
        item.Detail,
        item.Documentation);
}
