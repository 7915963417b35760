using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Editing;

namespace Mrap.Core.Permissions.Templates;

/// <summary>A policy for a common case.</summary>
/// <param name="Slug">Its name in the address.</param>
/// <param name="Title">Its name in the list.</param>
/// <param name="Purpose">What it is for, and what it does not do.</param>
/// <param name="Field">What it asks for; null for nothing.</param>
/// <param name="Statements">Writes its statements as JSON objects for an access point and the value of the field.</param>
public sealed record PolicyTemplate(
    string Slug, string Title, string Purpose, TemplateField? Field, Func<AccessPoint, string, ImmutableArray<string>> Statements)
{
    /// <summary>The template of an address, or null when there is none of that name.</summary>
    public static PolicyTemplate? Find(string? slug) => PolicyTemplates.All.FirstOrDefault(template => template.Slug == slug);

    /// <summary>The template as a policy of its own.</summary>
    public string WriteFor(AccessPoint accessPoint, string value) => PolicyTextEdits.Of([.. Statements(accessPoint, value)]);

    /// <summary>The template's statements behind those of a policy; null when the text is no policy.</summary>
    public string? AddTo(string text, AccessPoint accessPoint, string value)
    {
        string? result = text;
        foreach (var statement in Statements(accessPoint, value))
        {
            result = result is null ? null : PolicyTextEdits.AddStatement(result, statement);
        }

        return result;
    }
}
