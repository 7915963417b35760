using Mrap.Policy.Model;

namespace Mrap.Policy.Editing;

/// <summary>Lays a policy's text out, one element a line.</summary>
public static class PolicyFormat
{
    /// <summary>The text laid out, or null when it is no policy yet and so has no layout.</summary>
    public static string? Of(string text) => PolicyDocument.Parse(text).TryGet(out var document) ? document.Print() : null;

    /// <summary>
    /// A kept policy as a person reads it: services keep what was put, so what stands on one line is laid out, and the rest stays as it is
    /// written.
    /// </summary>
    /// <param name="text">The policy; null for none.</param>
    /// <returns>The text with line feeds; empty for none.</returns>
    public static string ForReading(string? text) => text is null ? string.Empty
        : (text.Contains('\n', StringComparison.Ordinal) ? text : Of(text) ?? text).ReplaceLineEndings("\n");
}
