using System.Collections.Immutable;
using System.Globalization;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Policy.Actions;
using Mrap.Policy.Text;

namespace Mrap.Core.Drills;

/// <summary>Collects what is wrong with a draft while its values are read.</summary>
/// <param name="routes">The routes of the access point; null when they are not known.</param>
internal sealed class DrillFaultList(RouteTable? routes)
{
    private readonly ImmutableArray<DrillFault>.Builder _faults = ImmutableArray.CreateBuilder<DrillFault>();

    /// <summary>The routes of the access point; null when they are not known.</summary>
    public RouteTable? Routes => routes;

    /// <summary>How many faults there are so far.</summary>
    public int Count => _faults.Count;

    /// <summary>Every fault so far.</summary>
    public ImmutableArray<DrillFault> All => _faults.ToImmutable();

    public void Add(string path, string text) => _faults.Add(new DrillFault(path, text));

    /// <summary>Reads a value that may be missing.</summary>
    /// <param name="range">The range in words, such as <c>from 1 to 5</c>.</param>
    /// <returns>The value, or null when it is missing or faulty.</returns>
    public T? Optional<T>(string path, string? text, Func<string?, Parsed<T>> gate, Func<T, bool> isInRange, string range)
        where T : struct
    {
        if (text is null)
        {
            return null;
        }

        var parsed = gate(text);
        foreach (var fault in parsed.Faults)
        {
            Add(path, fault);
        }

        if (!parsed.TryGet(out var value))
        {
            return null;
        }

        if (isInRange(value))
        {
            return value;
        }

        Add(path, $"must be {range}, not {DisplayText.Quote(text)}");
        return null;
    }

    /// <summary>Reads a value that must be there.</summary>
    public T? Required<T>(string path, string? text, Func<string?, Parsed<T>> gate, Func<T, bool> isInRange, string range)
        where T : struct
    {
        if (text is null)
        {
            Add(path, "is missing");
        }

        return Optional(path, text, gate, isInRange, range);
    }

    public double? Share(string path, string? text) =>
        Optional(path, text, DrillNumber.ParseShare, share => share is >= 0 and <= 1, "from 0 to 1");

    /// <summary>Reads a text that must be there, on one line and not too long.</summary>
    public string? Line(string path, string? text, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add(path, "is missing");
            return null;
        }

        if (text.Length > maxLength)
        {
            Add(path, string.Create(CultureInfo.InvariantCulture, $"must have at most {maxLength} characters, not {text.Length}"));
            return null;
        }

        if (text.Any(char.IsControl))
        {
            Add(path, "must be on one line, without control characters");
            return null;
        }

        return text;
    }

    /// <summary>Reads a Region that an access point can have, and this one has when its routes are known.</summary>
    public RegionId? Region(string path, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            Add(path, "is missing");
            return null;
        }

        if (!RegionId.Parse(text).TryGet(out var region) || RegionCatalog.Find(region) is not { SupportsAccessPoints: true })
        {
            var meant = EditDistance.Nearest(text, RegionCatalog.AccessPointCapable.Select(known => known.Id.Value));
            var hint = meant is null ? string.Empty : $"; did you mean `{meant}`?";
            Add(path, $"must be a Region in which access points can have buckets, not {DisplayText.Quote(text)}{hint}");
            return null;
        }

        if (routes is not null && routes.Find(region) is null)
        {
            Add(path, $"names a Region in which the access point has no bucket: `{region}`");
            return null;
        }

        return region;
    }
}
