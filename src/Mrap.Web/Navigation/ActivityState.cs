using System.Globalization;
using System.Text.Json;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;

namespace Mrap.Web.Navigation;

/// <summary>What the activity page shows, as its address says it. What is null does not limit.</summary>
public sealed record ActivityState
{
    public const string PersonName = "person";

    public const string KindName = "kind";

    public const string AccessPointName = "accessPoint";

    public const string OutcomeName = "outcome";

    public const string TimeName = "time";

    public const string FromName = "from";

    public const string UntilName = "until";

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

    /// <summary>Reads the parameters of an address; parts that make no sense are dropped.</summary>
    /// <param name="value">The value of a parameter by its name; null when it is not there.</param>
    public static ActivityState FromQuery(Func<string, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var (from, until) = (ParseInstant(value(FromName)), ParseInstant(value(UntilName)));
        var period = from is null && until is null ? ActivityPeriods.Parse(value(TimeName)) : ActivityPeriod.Custom;
        return new ActivityState
        {
            Person = NullIfEmpty(value(PersonName)),
            Kind = ParseEnum<ChangeAction>(value(KindName)),
            AccessPoint = NullIfEmpty(value(AccessPointName)),
            Outcome = ParseEnum<ActivityOutcome>(value(OutcomeName)),
            Period = period,
            From = from,
            Until = until,
        };
    }

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
    public string ToUrl() => ConsoleUrls.WithQuery(ConsoleUrls.Activity, Parameters);

    /// <summary>The address of the same entries as a file.</summary>
    public string ToCsvUrl() => ConsoleUrls.WithQuery(ConsoleUrls.ActivityCsv, Parameters);

    /// <summary>The question to the log.</summary>
    public ActivityQuery ToQuery(DateTimeOffset now) => new()
    {
        User = Person,
        Action = Kind,
        AccessPoint = AccessPoint,
        Outcome = Outcome,
        From = Period.Length() is { } length ? now - length : From,
        Until = Until,
    };

    private IEnumerable<(string Name, string? Value)> Parameters =>
    [
        (PersonName, Person),
        (KindName, Kind is { } kind ? Wire(kind) : null),
        (AccessPointName, AccessPoint),
        (OutcomeName, Outcome is { } outcome ? Wire(outcome) : null),
        (TimeName, From is null && Until is null ? Period.ToWire() : null),
        (FromName, From is { } from ? $"{FieldText(from)}Z" : null),
        (UntilName, Until is { } until ? $"{FieldText(until)}Z" : null),
    ];

    private static string Wire<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static T? ParseEnum<T>(string? text)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => Wire(value) == text).Select(value => (T?)value).FirstOrDefault();

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
