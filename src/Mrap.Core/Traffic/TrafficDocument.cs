using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Mrap.Core.Routing;
using Mrap.Policy.Text;

namespace Mrap.Core.Traffic;

/// <summary>Traffic to be generated, as JSON. A member that is missing has its usual value; an unknown one is a fault.</summary>
/// <param name="AccessPoint">The name, alias or ARN of the access point.</param>
/// <param name="Places">Weights by the id of a Region or a city; missing for all cities by population.</param>
/// <param name="Rate">Requests per second.</param>
/// <param name="ReadShare">0 to 1.</param>
/// <param name="Keys">How many keys.</param>
/// <param name="ObjectBytes">The size of each object.</param>
/// <param name="DurationSeconds">How long.</param>
/// <param name="Prefix">What every key begins with.</param>
/// <param name="UniqueWrites">Whether every write has a key of its own.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TrafficDocument(
    string? AccessPoint = null,
    Dictionary<string, double>? Places = null,
    double? Rate = null,
    double? ReadShare = null,
    double? Keys = null,
    double? ObjectBytes = null,
    double? DurationSeconds = null,
    string? Prefix = null,
    bool? UniqueWrites = null)
{
    private const int MaxPrefix = 64;

    /// <summary>Reads the plan.</summary>
    /// <returns>The plan, or every rule that is broken: sentence fragments that begin with the member.</returns>
    public (TrafficPlan? Plan, ImmutableArray<string> Faults) Read()
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        var places = ReadPlaces(faults);
        var rate = Whole(faults, "rate", Rate ?? 20, 1, TrafficPlan.MaxRequestsPerSecond);
        var keys = Whole(faults, "keys", Keys ?? 100, 1, TrafficPlan.MaxKeys);
        var bytes = Whole(faults, "objectBytes", ObjectBytes ?? 1024, 0, TrafficPlan.MaxObjectBytes);
        var seconds = Whole(faults, "durationSeconds", DurationSeconds ?? 60, 1, (int)TrafficPlan.MaxDuration.TotalSeconds);
        var share = ReadShare ?? 0.8;
        if (!(share is >= 0 and <= 1))
        {
            faults.Add("readShare must be from 0 to 1");
        }

        var prefix = Prefix ?? "traffic/";
        if (prefix.Length is 0 or > MaxPrefix || prefix.Any(c => c is not ('/' or '-' or '_' or '.') && !char.IsAsciiLetterOrDigit(c))
            || prefix.StartsWith('/'))
        {
            faults.Add($"prefix must have 1 to {MaxPrefix} characters: letters, digits, hyphens, dots, underscores, and slashes but first");
        }

        return faults.Count > 0
            ? (null, faults.ToImmutable())
            : (new TrafficPlan(places, rate, share, keys, bytes, TimeSpan.FromSeconds(seconds), prefix, UniqueWrites is true), []);
    }

    private ImmutableArray<TrafficPlace> ReadPlaces(ImmutableArray<string>.Builder faults)
    {
        if (Places is not { } named)
        {
            return
            [
                .. VantageCatalog.Cities.Select(
                    city => new TrafficPlace(city, city.PopulationMillions > 0 ? city.PopulationMillions : 1)),
            ];
        }

        if (named.Count == 0)
        {
            faults.Add("places must name at least one place");
        }

        var places = ImmutableArray.CreateBuilder<TrafficPlace>(named.Count);
        foreach (var (id, weight) in named)
        {
            if (VantageCatalog.Find(id) is not { } vantage)
            {
                faults.Add($"places: `{DisplayText.Truncate(id)}` is neither a Region nor a city such as ng-lagos");
            }
            else if (!(weight is > 0 and <= TrafficPlan.MaxWeight))
            {
                faults.Add($"places: the weight of {id} must be above 0 and at most 1000");
            }
            else
            {
                places.Add(new TrafficPlace(vantage, weight));
            }
        }

        return places.ToImmutable();
    }

    private static int Whole(ImmutableArray<string>.Builder faults, string name, double value, int least, int most)
    {
        if (value >= least && value <= most && double.IsInteger(value))
        {
            return (int)value;
        }

        faults.Add(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"{name} must be a whole number from {least} to {most}"));
        return least;
    }
}
