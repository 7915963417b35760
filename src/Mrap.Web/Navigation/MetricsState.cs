using System.Globalization;
using Mrap.Core.Metrics;
using Mrap.Core.Regions;

namespace Mrap.Web.Navigation;

/// <summary>Which time and which Region the metrics are shown of, as the address says it.</summary>
/// <param name="Range">The time.</param>
/// <param name="Region">The Region; null for all.</param>
public sealed record MetricsState(TimeRange Range, RegionId? Region) : IPageState<MetricsState>
{
    private const string Minute = "yyyy-MM-dd'T'HH:mm";
    private const string Instant = "a time in UTC such as 2026-11-27T09:00Z";

    private static readonly string[] s_instants = [Minute, $"{Minute}'Z'", $"{Minute}:ss", $"{Minute}:ss'Z'"];

    /// <summary>Whether requests are shown as each Region's part of them, and not as numbers.</summary>
    public bool IsShares { get; init; }

    /// <inheritdoc/>
    public static MetricsState FromQuery(PageQuery query)
    {
        var latest = query.Value(
            "range",
            text => TimeRange.Parse(text) is { IsValid: true } range && range.Value.IsLatest ? range.Value : (TimeRange?)null,
            "a number of minutes, hours or days such as 3h");
        var from = query.Value("from", ParseInstant, Instant);
        var to = query.Value("to", ParseInstant, Instant);
        var range = from is { } begin && to is { } end && TimeRange.Between(begin, end).TryGet(out var between)
            ? between
            : Usual(latest.GetValueOrDefault());
        return new MetricsState(range, query.Region("region"))
        {
            IsShares = query.Value("show", text => text is "share" or "count" ? text == "share" : (bool?)null, "count or share") is true,
        };
    }

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
    [
        ("range", Range is { IsLatest: true } && Range != default ? Range.ToString() : null),
        ("from", Text(Range.From)),
        ("to", Text(Range.To)),
        ("region", Region?.Value),
        ("show", IsShares ? "share" : null),
    ];

    /// <summary>The same of a time that was chosen; of what cannot be shown, the same as now.</summary>
    public MetricsState Between(DateTimeOffset from, DateTimeOffset to) =>
        TimeRange.Between(from, to).TryGet(out var range) ? this with { Range = range } : this;

    /// <summary>The same of the latest time.</summary>
    public MetricsState Latest(TimeRange range) => this with { Range = Usual(range) };

    /// <summary>The same of three times the time, around it, as far as it is past.</summary>
    /// <param name="now">The clock.</param>
    public MetricsState ZoomedOut(DateTimeOffset now)
    {
        var (from, to) = Range.At(now);
        var length = TimeSpan.FromTicks(Math.Min((to - from).Ticks * 3, TimeRange.Max.Ticks));
        var end = to + ((length - (to - from)) / 2);
        return end >= now ? Latest(TimeRange.Last(length)) : Between(end - length, end);
    }

    /// <summary>Reads what a field for a time holds, in UTC; null when it is none.</summary>
    public static DateTimeOffset? ParseInstant(string? text) => DateTimeOffset.TryParseExact(
        text, s_instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
        ? instant
        : null;

    /// <summary>What a field for a time holds, to the minute.</summary>
    public static string FieldText(DateTimeOffset instant) => instant.UtcDateTime.ToString(Minute, CultureInfo.InvariantCulture);

    // the usual time is said in one way
    private static TimeRange Usual(TimeRange range) => range.IsLatest && range.Length == default(TimeRange).Length ? default : range;

    private static string? Text(DateTimeOffset? instant) => instant?.UtcDateTime.ToString(
        instant.Value.Second == 0 ? $"{Minute}'Z'" : $"{Minute}:ss'Z'", CultureInfo.InvariantCulture);
}
