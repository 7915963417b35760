using System.Globalization;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;

namespace Mrap.Web.Navigation;

/// <summary>What the activity page shows, as its address says it. What is null does not limit.</summary>
public sealed record ActivityState : IPageState<ActivityState>
{
    private const string Minute = "yyyy-MM-dd'T'HH:mm";

    private static readonly string[] s_instants = [Minute, $"{Minute}'Z'", $"{Minute}:ss", $"{Minute}:ss'Z'"];

    /// <summary>Everything.</summary>
    public static ActivityState None { get; } = new();

    /// <summary>Who acted.</summary>
    public string? Person { get; init; }

    /// <summary>What was done.</summary>
    public ChangeAction? Kind { get; init; }

    /// <summary>The name of the access point.</summary>
    public string? AccessPoint { get; init; }

    public ActivityOutcome? Outcome { get; init; }

    public ActivityPeriod Period { get; init; }

    /// <summary>The first minute, inclusive; only with <see cref="ActivityPeriod.Custom"/>.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The last minute, exclusive; only with <see cref="ActivityPeriod.Custom"/>.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether anything is left out.</summary>
    public bool IsNarrowing => this with { Period = ActivityPeriod.Any } != None || Period.Length() is not null;

    /// <inheritdoc/>
    public static ActivityState FromQuery(PageQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var from = query.Value("from", ParseInstant, "a time in UTC such as 2026-11-26T12:00Z");
        var until = query.Value("until", ParseInstant, "a time in UTC such as 2026-11-26T12:00Z");
        var period = query.Value("time", ActivityPeriods.Find, "1h, 24h, 7d, 30d or custom") ?? ActivityPeriod.Any;
        return new ActivityState
        {
            Person = NullIfEmpty(query.Text("person")),
            Kind = query.Name<ChangeAction>("kind", "a kind of change"),
            AccessPoint = NullIfEmpty(query.Text("accessPoint")),
            Outcome = query.Name<ActivityOutcome>("outcome", "an outcome such as refused"),
            Period = from is null && until is null ? period : ActivityPeriod.Custom,
            From = from,
            Until = until,
        };
    }

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
    [
        ("person", Person),
        ("kind", Kind is { } kind ? PageQuery.NameOf(kind) : null),
        ("accessPoint", AccessPoint),
        ("outcome", Outcome is { } outcome ? PageQuery.NameOf(outcome) : null),
        ("time", From is null && Until is null ? Period.ToWire() : null),
        ("from", From is { } from ? $"{FieldText(from)}Z" : null),
        ("until", Until is { } until ? $"{FieldText(until)}Z" : null),
    ];

    /// <summary>Reads what a field for a time holds, in UTC; null when it is none.</summary>
    public static DateTimeOffset? ParseInstant(string? text) =>
        DateTimeOffset.TryParseExact(
            text, s_instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant)
            ? instant
            : null;

    /// <summary>What a field for a time holds.</summary>
    public static string? FieldText(DateTimeOffset? instant) => instant?.UtcDateTime.ToString(Minute, CultureInfo.InvariantCulture);

    /// <summary>The address of the page.</summary>
    public string ToUrl() => ConsoleUrls.WithQuery(ConsoleUrls.Activity, ToQuery());

    /// <summary>The address of the same entries as a file.</summary>
    public string ToCsvUrl() => ConsoleUrls.WithQuery(ConsoleUrls.ActivityCsv, ToQuery());

    /// <summary>The question to the log.</summary>
    public ActivityQuery ToLogQuery(DateTimeOffset now) => new()
    {
        User = Person,
        Action = Kind,
        AccessPoint = AccessPoint,
        Outcome = Outcome,
        From = Period.Length() is { } length ? now - length : From,
        Until = Until,
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
