using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>A page of a listing.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Marker">Where the next page begins; null on the last.</param>
internal sealed record Page<T>(ImmutableArray<T> Items, string? Marker)
{
    private const int DefaultItems = 100;
    private const int MaxItems = 1000;

    /// <summary>The page that a call asks for.</summary>
    /// <param name="call">The call, with <c>Marker</c> and <c>MaxItems</c>.</param>
    /// <param name="all">Everything there is to list, in an order that does not depend on the page.</param>
    /// <param name="nameOf">The name of an item, by which the order goes, unique in the listing.</param>
    /// <exception cref="ServiceException">The marker is none that a page gave, or the number is out of range.</exception>
    public static Page<T> Of(QueryCall call, IEnumerable<T> all, Func<T, string> nameOf)
    {
        var most = call.Form.Number("MaxItems", 1, MaxItems) ?? DefaultItems;
        var rest = all;
        if (call.Form.Optional("Marker") is { } marker)
        {
            var last = Read(marker);
            rest = rest.SkipWhile(item => string.Compare(nameOf(item), last, StringComparison.OrdinalIgnoreCase) <= 0);
        }

        var items = rest.Take(most + 1).ToImmutableArray();
        return items.Length <= most ? new(items, Marker: null) : new(items[..most], Write(nameOf(items[most - 1])));
    }

    private static string Write(string name) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(name + "\n" + name.Length.ToString(CultureInfo.InvariantCulture)));

    private static string Read(string marker)
    {
        var bytes = new byte[marker.Length];
        if (marker.Length > 320 * 4 || !Convert.TryFromBase64String(marker, bytes, out var count))
        {
            throw IamErrors.Validation("Invalid Marker.");
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, count).Split('\n');
        return parts.Length == 2 && parts[1] == parts[0].Length.ToString(CultureInfo.InvariantCulture)
            ? parts[0]
            : throw IamErrors.Validation("Invalid Marker.");
    }
}
