using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Mrap.Web.Tests.Pages;

/// <summary>Finds elements as those do who hear a page: by role and accessible name (HTML-AAM, "HTML Element Role Mappings").</summary>
internal static class Roles
{
    /// <summary>All elements of a role, with an exact name or with any.</summary>
    public static IReadOnlyList<IElement> AllByRole<T>(this IRenderedComponent<T> page, string role, string? name = null)
        where T : IComponent =>
        [.. page.FindAll("*").Where(element => RoleOf(element) == role && (name is null || NameOf(page, element) == name))];

    /// <summary>The one element of a role and name.</summary>
    public static IElement ByRole<T>(this IRenderedComponent<T> page, string role, string? name = null)
        where T : IComponent =>
        page.AllByRole(role, name).ShouldHaveSingleItem(
            $"{role} `{name}` among: {string.Join(", ", page.AllByRole(role).Select(element => NameOf(page, element)))}");

    /// <summary>The field with a label.</summary>
    public static IElement ByLabel<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent =>
        page.FindAll("input, textarea, select").Where(field => NameOf(page, field) == label).ToList().ShouldHaveSingleItem(label);

    private static string? RoleOf(IElement element) => element.GetAttribute("role") ?? element.LocalName switch
    {
        "a" when element.HasAttribute("href") => "link",
        "button" => "button",
        "h1" or "h2" or "h3" => "heading",
        "nav" => "navigation",
        "table" => "table",
        "tr" => "row",
        "form" when element.HasAttribute("aria-label") => "form",
        "section" when element.HasAttribute("aria-label") || element.HasAttribute("aria-labelledby") => "region",
        "textarea" => "textbox",
        "select" => "combobox",
        "input" => element.GetAttribute("type") switch
        {
            "checkbox" => "checkbox",
            "radio" => "radio",
            "search" => "searchbox",
            _ => "textbox",
        },
        _ => null,
    };

    private static string NameOf<T>(IRenderedComponent<T> page, IElement element)
        where T : IComponent
    {
        if (element.GetAttribute("aria-label") is { } label)
        {
            return label;
        }

        if (element.GetAttribute("aria-labelledby") is { } ids)
        {
            return string.Join(' ', ids.Split(' ').Select(id => Text(page.FindAll("#" + id) is [var first, ..] ? first : null)));
        }

        return element.LocalName is "input" or "textarea" or "select"
            ? Text(page.FindAll("label").FirstOrDefault(label => label.GetAttribute("for") == element.Id) ?? element.Closest("label"))
            : Text(element);
    }

    private static string Text(IElement? element) =>
        element is null ? string.Empty : string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
