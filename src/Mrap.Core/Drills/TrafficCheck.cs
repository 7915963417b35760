using System.Collections.Immutable;
using System.Globalization;
using Mrap.Core.Drills.Drafts;
using Mrap.Core.Routing;
using Mrap.Policy.Actions;
using Mrap.Policy.Text;

namespace Mrap.Core.Drills;

/// <summary>Checks the traffic of a draft.</summary>
internal static class TrafficCheck
{
    private const int MaxWeight = 1_000;

    public static DrillTraffic? Check(DrillTrafficDraft? draft, DrillFaultList faults)
    {
        if (draft is null)
        {
            faults.Add("traffic", "is missing");
            return null;
        }

        var places = Places(draft.From, faults);
        var rate = Whole("traffic.requests-per-second", draft.RequestsPerSecond, 1, DrillTraffic.MaxRequestsPerSecond, faults);
        if (draft.Reads is null)
        {
            faults.Add("traffic.reads", "is missing");
        }

        var reads = faults.Share("traffic.reads", draft.Reads);
        var keys = Whole("traffic.keys", draft.Keys, 1, DrillTraffic.MaxKeys, faults);
        var size = faults.Required(
            "traffic.object-size", draft.ObjectSize, DrillNumber.ParseSize, bytes => bytes is >= 0 and <= DrillTraffic.MaxObjectBytes,
            "from 0 to 64 MiB");
        return rate is null || reads is null || keys is null || size is null
            ? null
            : new DrillTraffic(places, rate.Value, reads.Value, keys.Value, (int)size.Value);
    }

    private static int? Whole(string path, string? text, int least, int most, DrillFaultList faults) => (int?)faults.Required(
        path, text, DrillNumber.ParseWhole, number => number >= least && number <= most,
        string.Create(CultureInfo.InvariantCulture, $"from {least} to {most}"));

    private static ImmutableArray<DrillPlace> Places(ImmutableArray<DrillEntry> entries, DrillFaultList faults)
    {
        if (entries.Length is 0 or > DrillTraffic.MaxPlaces)
        {
            faults.Add("traffic.from", $"must name 1 to {DrillTraffic.MaxPlaces} places, not {entries.Length}");
        }

        var places = ImmutableArray.CreateBuilder<DrillPlace>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, entry) in entries.Take(DrillTraffic.MaxPlaces).Index())
        {
            var path = $"traffic.from[{i}]";
            var vantage = VantageCatalog.Find(entry.Name);
            if (vantage is null)
            {
                var meant = EditDistance.Nearest(entry.Name, VantageCatalog.All.Select(known => known.Id));
                var hint = meant is null ? string.Empty : $"; did you mean `{meant}`?";
                faults.Add(path, $"must be a Region or a city such as `gb-london`, not {DisplayText.Quote(entry.Name)}{hint}");
            }
            else if (!named.Add(vantage.Id))
            {
                faults.Add(path, $"names `{vantage.Id}` twice");
            }

            var weight = faults.Required(
                path, entry.Value, DrillNumber.ParseDecimal, number => number is > 0 and <= MaxWeight, "a weight above 0, at most 1000");
            if (vantage is not null && weight is not null)
            {
                places.Add(new DrillPlace(vantage, weight.Value));
            }
        }

        return places.ToImmutable();
    }
}
