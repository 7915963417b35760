using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Web.Navigation;

/// <summary>
/// The query of an address, as anybody may have written it: bounded, never a fault. What is asked for and cannot be read is dropped and
/// remembered.
/// </summary>
public sealed class PageQuery
{
    /// <summary>The longest text that a parameter has unless its page says otherwise, in characters.</summary>
    public const int UsualLength = 256;

    private const int MaxParameters = 64;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _repeated = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<DroppedPart> _dropped = [];

    private PageQuery()
    {
    }

    /// <summary>The parts that were asked for and could not be read, in the order in which they were.</summary>
    public ImmutableArray<DroppedPart> Dropped => [.. _dropped];

    /// <summary>Takes an address apart. Of several parameters of one name the first counts; beyond 64 none does.</summary>
    /// <param name="address">An address, absolute or not, with or without a query.</param>
    public static PageQuery Of(string address)
    {
        var query = new PageQuery();
        var text = address.AsMemory();
        var fragment = text.Span.IndexOf('#');
        text = fragment < 0 ? text : text[..fragment];
        var mark = text.Span.IndexOf('?');
        if (mark < 0)
        {
            return query;
        }

        foreach (var parameter in new QueryStringEnumerable(text[mark..]))
        {
            if (query._values.Count == MaxParameters)
            {
                break;
            }

            var name = parameter.DecodeName().ToString();
            if (!query._values.TryAdd(name, parameter.DecodeValue().ToString()))
            {
                query._repeated.Add(name);
            }
        }

        return query;
    }

    /// <summary>A text; null when there is none, or when it is dropped for its length or its control characters.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="maxLength">The most characters.</param>
    /// <param name="isMultiline">Whether line breaks and tabs may be in it.</param>
    public string? Text(string name, int maxLength = UsualLength, bool isMultiline = false)
    {
        if (!_values.TryGetValue(name, out var value) || value.Length == 0)
        {
            return null;
        }

        if (_repeated.Remove(name))
        {
            Drop(name, "stands there more than once: the first counts");
        }

        if (value.Length > maxLength)
        {
            return Drop(name, $"may have {maxLength} characters at most");
        }

        foreach (var c in value)
        {
            if (c == '\uFFFD' || (char.IsControl(c) && !(isMultiline && c is '\r' or '\n' or '\t')))
            {
                return Drop(name, "has characters in it that no text has");
            }
        }

        return value;
    }

    /// <summary>A value; null when there is none or its text means nothing.</summary>
    /// <typeparam name="T">The value, which can be null.</typeparam>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="read">Gives the value of a text; null when it means nothing.</param>
    /// <param name="expected">What the text must be, such as <c>map or table</c>.</param>
    /// <param name="maxLength">The most characters.</param>
    public T? Value<T>(string name, Func<string, T?> read, string expected, int maxLength = UsualLength)
    {
        if (Text(name, maxLength) is not { } text)
        {
            return default;
        }

        var value = read(text);
        if (value is null)
        {
            Drop(name, $"must be {expected}");
        }

        return value;
    }

    /// <summary>A Region; null when there is none.</summary>
    public RegionId? Region(string name) => Value(
        name, text => RegionId.Parse(text) is { IsValid: true } region ? region.Value : (RegionId?)null, "a Region such as us-east-1");

    /// <summary>A vantage; null when there is none.</summary>
    public Vantage? Vantage(string name) =>
        Value(name, VantageCatalog.Find, "a Region such as us-east-1 or a city such as ng-lagos");

    /// <summary>A vantage or any other place by its coordinates; null when there is none.</summary>
    public Vantage? Place(string name) => Value(
        name, VantageCatalog.Read, "a city such as ng-lagos, a Region such as us-east-1, or latitude and longitude such as 6.52,3.38");

    /// <summary>Which part of a map is seen: the whole of it when there is none.</summary>
    public MapView Map(string name = "map") =>
        Value(name, text => MapView.Parse(text), "left edge, upper edge and zoom such as 100,50,2").GetValueOrDefault();

    /// <summary>
    /// A name of an enumeration in the form that addresses have it, such as <c>load-example</c>; null when there is none.
    /// </summary>
    public T? Name<T>(string name, string expected)
        where T : struct, Enum => Value(name, ParseName<T>, expected);

    /// <summary>Whether a parameter is <c>1</c>.</summary>
    public bool IsSet(string name) => Value(name, text => text == "1" ? true : (bool?)null, "1") is true;

    /// <summary>How addresses have a name of an enumeration: lower case, with hyphens between its words.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The value of such a name, in any case; null for another text.</summary>
    public static T? ParseName<T>(string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (NameOf(value).Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    private string? Drop(string name, string why)
    {
        _dropped.Add(new DroppedPart(name, why));
        return null;
    }
}
