namespace Mrap.Web.Components.Policies;

/// <summary>A stretch of the code editor's text.</summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="Length">Number of code units.</param>
internal sealed record EditorSpan(int Start, int Length);
