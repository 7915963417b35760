using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Mrap.Core.AccessPoints;
using Mrap.Core.Geography;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Aws.Drills;

/// <summary>A drill of the documentation, which can be adapted to an access point.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Summary">What happens in it: a sentence.</param>
/// <param name="Troubled">The Region of the file that gets into trouble or is failed over from.</param>
/// <param name="Other">A Region of the file that takes its part; null when none is named.</param>
/// <param name="NearCities">Cities of the file that are near to the troubled Region.</param>
public sealed partial record ReadyDrill(
    string Id, string Title, string Summary, string Troubled, string? Other, ImmutableArray<string> NearCities)
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ReadyDrill> All { get; } =
    [
        new(
            "region-lost", "Region lost", "A Region goes down and comes back.", "us-east-1", Other: null, ["us-new-york"]),
        new(
            "failover-and-back", "Failover and back", "Routes move the traffic of one Region to another, and back again.", "us-east-1",
            "eu-west-1", ["us-chicago"]),
        new(
            "slow-region", "Slow Region", "A Region answers late, fails now and then and stops replicating.", "ap-southeast-2",
            "us-west-2", ["au-sydney", "nz-auckland"]),
    ];

    /// <summary>Whether it takes a second Region.</summary>
    public bool HasOther => Other is not null;

    /// <summary>The one with an id; null when there is none.</summary>
    public static ReadyDrill? Find(string? id) => All.FirstOrDefault(ready => ready.Id == id);

    /// <summary>The drill for an access point.</summary>
    /// <param name="accessPoint">The access point.</param>
    /// <param name="troubled">The Region that gets into trouble.</param>
    /// <param name="other">The Region that takes its part, where there is one.</param>
    /// <returns>The text of a drill file.</returns>
    public string For(AccessPointName accessPoint, RegionId troubled, RegionId other)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { [Troubled] = troubled.Value };
        if (Other is not null)
        {
            names[Other] = other.Value;
        }

        var text = Text();
        var near = Near(troubled, text);
        foreach (var (city, nearer) in NearCities.Zip(near))
        {
            names[city] = nearer;
        }

        var lines = text.Split('\n').Where(line => !line.StartsWith('#')).Select(line =>
            line.StartsWith("access-point:", StringComparison.Ordinal) ? $"access-point: {accessPoint}" : Adapt(line, names));
        return string.Join('\n', lines.SkipWhile(string.IsNullOrWhiteSpace));
    }

    private string Adapt(string line, Dictionary<string, string> names) =>
        line.StartsWith("drill:", StringComparison.Ordinal)
            ? $"drill: \"{Title}: {names[Troubled]}\""
            : PlaceOrRegion().Replace(line, found => names.GetValueOrDefault(found.Value, found.Value));

    private IEnumerable<string> Near(RegionId region, string text) =>
        RegionCatalog.Find(region) is { } place
            ? VantageCatalog.Cities
                .Where(city => NearCities.Contains(city.Id) || !text.Contains($" {city.Id}:", StringComparison.Ordinal))
                .OrderBy(city => Distance.Kilometres(place.Position, city.Position))
                .Take(NearCities.Length)
                .Select(city => city.Id)
            : NearCities;

    private string Text()
    {
        var file = Id == "slow-region" ? "slow-pacific" : Id;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"drills/{file}.yaml")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("[a-z]{2}(-[a-z0-9]+)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PlaceOrRegion();
}
