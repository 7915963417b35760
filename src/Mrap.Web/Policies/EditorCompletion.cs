namespace Mrap.Web.Policies;

/// <summary>Something that the code editor offers to write.</summary>
/// <param name="Label">What the list shows.</param>
/// <param name="Insert">What is written.</param>
/// <param name="Filter">What the typed text is matched against.</param>
/// <param name="Start">Offset of the first code unit that it replaces.</param>
/// <param name="Length">How many code units it replaces.</param>
/// <param name="Detail">A word beside the label, or null.</param>
/// <param name="Documentation">A sentence, or null.</param>
public sealed record EditorCompletion(string Label, string Insert, string Filter, int Start, int Length, string? Detail = null, string? Documentation = null);
