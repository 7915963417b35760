namespace Mrap.Web.Components.Policies;

/// <summary>A change that the code editor offers.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Start">Offset of the first code unit that it replaces.</param>
/// <param name="Length">How many code units it replaces.</param>
/// <param name="Replacement">What stands there afterwards.</param>
internal sealed record EditorEdit(string Title, int Start, int Length, string Replacement);
