using Mrap.Policy.Syntax;

namespace Mrap.Policy.Completion;

/// <summary>Something that can be written at a place of a policy's text.</summary>
/// <param name="Label">What a list shows.</param>
/// <param name="InsertText">The JSON text that stands in place of <paramref name="Replaced"/>, quotes included.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Detail">A few words beside the label, such as the access level of an action.</param>
/// <param name="Documentation">A sentence or two of what it means; empty when there is nothing to add.</param>
/// <param name="Replaced">The characters that go; on one line, the offset asked about lies inside it or at one of its ends.</param>
/// <param name="FilterText">What the characters between the start of <paramref name="Replaced"/> and the offset are compared with as one
/// types on.</param>
/// <param name="Snippet">The same text as a snippet of the Language Server Protocol with <c>$0</c> where writing goes on; nothing when that
/// is behind the text.</param>
public sealed record CompletionItem(
    string Label, string InsertText, CompletionKind Kind, string Detail, string Documentation, TextSpan Replaced, string FilterText,
    string? Snippet);
