using System.Text.Json;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Tests.Routing;

/// <summary>
/// The nearest active Region that is not down, worked out anew from the raw tables with other means: the spherical law of cosines, plain
/// loops, no row computed ahead.
/// </summary>
public sealed class IndependentModelTests
{
    private const double EarthRadiusKm = 6371.0;

    private readonly Dictionary<string, (double Lat, double Lon)> _regionPlaces = [];
    private readonly Dictionary<string, (double Lat, double Lon)> _cities = [];
    private readonly List<string> _measured = [];
    private readonly Dictionary<(string From, string To), double> _p50 = [];

    public IndependentModelTests()
    {
        using var regions = Open("regions.json");
        foreach (var row in regions.RootElement.GetProperty("regions").EnumerateArray())
        {
            _regionPlaces[row.GetProperty("code").GetString()!] = Place(row);
        }

        using var cities = Open("cities.json");
        foreach (var row in cities.RootElement.GetProperty("cities").EnumerateArray())
        {
            _cities[row.GetProperty("id").GetString()!] = Place(row);
        }

        using var latency = Open("inter-region-latency.json");
        _measured.AddRange(latency.RootElement.GetProperty("regions").EnumerateArray().Select(code => code.GetString()!));
        var table = latency.RootElement.GetProperty("p50");
        for (var i = 0; i < _measured.Count; i++)
        {
            for (var j = 0; j < _measured.Count; j++)
            {
                _p50[(_measured[i], _measured[j])] = table[i][j].GetDouble();
            }
        }
    }

    [Theory]
    [InlineData("us-east-1 eu-west-1 ap-southeast-2")]
    [InlineData("us-west-2! eu-central-1 sa-east-1 ap-northeast-1")]
    [InlineData("af-south-1 me-south-1 ap-south-1 eu-north-1!")]
    [InlineData("ap-northeast-1 ap-northeast-2 ap-northeast-3 us-west-1")]
    [InlineData(
        "us-east-1 us-east-2 us-west-1 us-west-2 ap-south-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-southeast-1 ap-southeast-2 "
            + "ca-central-1 eu-central-1 eu-west-1 eu-west-2 eu-west-3 eu-north-1 sa-east-1")]
    public void EveryCityAndRegion_IsServedByTheNearestActiveRegionThatIsNotDown(string codes)
    {
        var names = codes.Split(' ');
        foreach (var down in names.Select(name => name.TrimEnd('!')).Prepend(string.Empty))
        {
            var health = down.Length == 0 ? FleetHealth.AllUp : FleetHealth.AllUp.With(RegionId.Parse(down).Value, RegionHealth.Down);
            var eligible = names.Where(name => !name.EndsWith('!') && name != down).ToList();
            foreach (var id in _cities.Keys.Concat(_measured))
            {
                var chosen = Router.Route(VantageCatalog.Find(id)!, Samples.Table(names), health).Chosen?.Region.Value;

                chosen.ShouldBe(Nearest(id, eligible), $"{id}, {down} down");
            }
        }
    }

    [Fact]
    public void Recomputation_OfAnotherRule_WouldBeNoticed() =>
        _cities.Keys.Count(id => Nearest(id, ["us-east-1", "eu-west-1"]) == Nearest(id, ["us-east-1"])).ShouldBeInRange(20, 160);

    private string? Nearest(string id, List<string> eligible)
    {
        if (eligible.Count == 0)
        {
            return null;
        }

        var times = eligible.ToDictionary(code => code, code => Milliseconds(id, code));
        var least = times.Values.Min();
        return times.Where(time => time.Value <= least + 5).Select(time => time.Key).Min(StringComparer.Ordinal);
    }

    private double Milliseconds(string id, string region)
    {
        if (_cities.TryGetValue(id, out var city))
        {
            return 10 + _measured
                .OrderBy(anchor => Kilometres(city, _regionPlaces[anchor]))
                .Take(3)
                .Min(anchor => (0.0165 * Kilometres(city, _regionPlaces[anchor])) + (anchor == region ? 0 : _p50[(anchor, region)]));
        }

        return _p50[(id, region)];
    }

    private static double Kilometres((double Lat, double Lon) a, (double Lat, double Lon) b)
    {
        var (lat1, lat2) = (a.Lat * Math.PI / 180, b.Lat * Math.PI / 180);
        var cosine = (Math.Sin(lat1) * Math.Sin(lat2)) + (Math.Cos(lat1) * Math.Cos(lat2) * Math.Cos((b.Lon - a.Lon) * Math.PI / 180));
        return EarthRadiusKm * Math.Acos(Math.Clamp(cosine, -1, 1));
    }

    private static (double Lat, double Lon) Place(JsonElement row) =>
        (row.GetProperty("lat").GetDouble(), row.GetProperty("lon").GetDouble());

    private static JsonDocument Open(string table)
    {
        using var stream = typeof(Router).Assembly.GetManifestResourceStream(table).ShouldNotBeNull();
        return JsonDocument.Parse(stream);
    }
}
