using System.Globalization;
using Mrap.Policy.Text;

namespace Mrap.Core.Metrics;

/// <summary>The time that somebody looks at: the latest hours, or from one instant to another. It has a text, for URLs.</summary>
public readonly record struct TimeRange
{
    private const string MinuteFormat = "yyyy-MM-dd'T'HH:mm'Z'";
    private const string SecondFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly (char Unit, TimeSpan Length)[] s_units =
        [('m', TimeSpan.FromMinutes(1)), ('h', TimeSpan.FromHours(1)), ('d', TimeSpan.FromDays(1))];

    private readonly TimeSpan _latest;

    private TimeRange(TimeSpan latest, DateTimeOffset? from, DateTimeOffset? to) => (_latest, From, To) = (latest, from, to);

    /// <summary>The shortest range.</summary>
    public static TimeSpan Min { get; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest range: older points are deleted (CloudWatch User Guide, "Metrics retention").</summary>
    public static TimeSpan Max { get; } = TimeSpan.FromDays(455);

    /// <summary>The ranges that are offered, the shortest first.</summary>
    public static IReadOnlyList<TimeRange> Presets { get; } =
    [
        Last(TimeSpan.FromMinutes(15)), Last(TimeSpan.FromHours(1)), Last(TimeSpan.FromHours(3)), Last(TimeSpan.FromHours(24)),
        Last(TimeSpan.FromDays(7)),
    ];

    /// <summary>Where it begins; null when it is the latest time.</summary>
    public DateTimeOffset? From { get; }

    /// <summary>Where it ends, exclusive; null when it is the latest time.</summary>
    public DateTimeOffset? To { get; }

    /// <summary>Whether it ends now, so that it moves on; otherwise it has fixed ends.</summary>
    public bool IsLatest => From is null;

    /// <summary>How long it is; 3 hours for the default value.</summary>
    public TimeSpan Length => To - From ?? (_latest > TimeSpan.Zero ? _latest : TimeSpan.FromHours(3));

    /// <summary>The latest time, to the whole minute.</summary>
    /// <param name="length">How long; what is outside of <see cref="Min"/> to <see cref="Max"/> counts as the nearer of them.</param>
    /// <returns>The range.</returns>
    public static TimeRange Last(TimeSpan length) =>
        new(TimeSpan.FromMinutes(Math.Floor(Bound(length).TotalMinutes)), from: null, to: null);

    /// <summary>A range with fixed ends, to the second, in UTC.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends, exclusive.</param>
    /// <returns>The range, or why there is none: it ends before it begins, or is shorter or longer than a range may be.</returns>
    public static Parsed<TimeRange> Between(DateTimeOffset from, DateTimeOffset to)
    {
        (from, to) = (ToSecond(from), ToSecond(to));
        return (to - from) switch
        {
            var length when length < Min => Parsed.Failed<TimeRange>("must end at least a minute after it begins"),
            var length when length > Max => Parsed.Failed<TimeRange>($"must not be longer than {Max.TotalDays:0} days"),
            _ => Parsed.Ok<TimeRange>(new TimeRange(TimeSpan.Zero, from, to)),
        };
    }

    /// <summary>Reads a range.</summary>
    /// <param name="text">
    /// A whole number of minutes, hours or days such as <c>15m</c>, <c>3h</c> or <c>7d</c>, or two instants in UTC with a slash between,
    /// such as <c>2026-11-27T09:00Z/2026-11-27T10:30Z</c>.
    /// </param>
    /// <returns>The range, or the broken rule.</returns>
    public static Parsed<TimeRange> Parse(string? text) =>
        text is not null && text.IndexOf('/', StringComparison.Ordinal) is var slash and > 0
            && TryInstant(text[..slash], out var from) && TryInstant(text[(slash + 1)..], out var to)
            ? Between(from, to)
            : ParseLatest(text);

    /// <summary>Where it begins and ends.</summary>
    /// <param name="now">The instant at which a latest range ends.</param>
    /// <returns>Its ends.</returns>
    public (DateTimeOffset From, DateTimeOffset To) At(DateTimeOffset now) =>
        From is { } from && To is { } to ? (from, to) : (now - Length, now);

    /// <summary>The text, which <see cref="Parse"/> reads as the same range.</summary>
    public override string ToString() => From is { } from && To is { } to ? $"{Text(from)}/{Text(to)}" : Text(Length);

    private static Parsed<TimeRange> ParseLatest(string? text)
    {
        foreach (var (unit, length) in s_units)
        {
            if (text is not null
                && text.EndsWith(unit)
                && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number > 0
                && number <= Max / length)
            {
                return Parsed.Ok<TimeRange>(Last(number * length));
            }
        }

        return Parsed.Failed<TimeRange>(
            $"must be a time range such as `3h` or `2026-11-27T09:00Z/2026-11-27T10:30Z`, not {DisplayText.Quote(text ?? string.Empty)}");
    }

    private static bool TryInstant(string text, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        text, [MinuteFormat, SecondFormat], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out instant);

    private static TimeSpan Bound(TimeSpan length) => length < Min ? Min : length > Max ? Max : length;

    private static DateTimeOffset ToSecond(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    private static string Text(DateTimeOffset instant) =>
        instant.ToString(instant.Second == 0 ? MinuteFormat : SecondFormat, CultureInfo.InvariantCulture);

    private static string Text(TimeSpan length) => length switch
    {
        _ when length >= TimeSpan.FromDays(2) && length.Ticks % TimeSpan.TicksPerDay == 0 => Number(length.TotalDays, 'd'),
        _ when length.Ticks % TimeSpan.TicksPerHour == 0 => Number(length.TotalHours, 'h'),
        _ => Number(length.TotalMinutes, 'm'),
    };

    private static string Number(double count, char unit) => string.Create(CultureInfo.InvariantCulture, $"{count:0}{unit}");
}
