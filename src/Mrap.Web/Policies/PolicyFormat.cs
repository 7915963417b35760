using Mrap.Policy.Model;

namespace Mrap.Web.Policies;

/// <summary>Lays a policy's text out, one element a line.</summary>
public static class PolicyFormat
{
    /// <summary>The text laid out, or null when it is no policy yet and so has no layout.</summary>
    public static string? Of(string text) => PolicyDocument.Parse(text).TryGet(out var document) ? document.Print() : null;
}
