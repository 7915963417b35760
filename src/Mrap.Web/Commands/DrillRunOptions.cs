namespace Mrap.Web.Commands;

/// <summary>What stands on the command line of <c>drill run</c>.</summary>
/// <param name="File">The drill; <c>-</c> is standard input.</param>
/// <param name="IsJson">Whether standard output gets the report as JSON.</param>
/// <param name="Markdown">The file that gets the report as Markdown; null for none.</param>
/// <param name="Url">Where the sandbox answers.</param>
internal sealed record DrillRunOptions(string File, bool IsJson, string? Markdown, string Url);
