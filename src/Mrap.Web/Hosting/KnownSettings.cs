using System.Collections.Immutable;
using System.Reflection;
using Mrap.Sandbox.Configuration;
using Mrap.Web.Configuration;

namespace Mrap.Web.Hosting;

/// <summary>The keys of the product's own settings.</summary>
public static class KnownSettings
{
    /// <summary>Such as <c>Console:Url</c>, by section and name.</summary>
    public static ImmutableArray<string> Keys { get; } =
    [
        .. KeysOf(ConsoleOptions.Section, typeof(ConsoleOptions)),
        .. KeysOf(SandboxOptions.Section, typeof(SandboxOptions)),
    ];

    // What can be set, and the lists, whose elements are settings.
    private static IEnumerable<string> KeysOf(string section, Type options) => options
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is { IsPublic: true })
        .Select(property => $"{section}:{property.Name}")
        .Order(StringComparer.Ordinal);
}
