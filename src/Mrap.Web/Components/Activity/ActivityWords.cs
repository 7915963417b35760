using System.Globalization;
using Mrap.Aws.Activity;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.Activity;

/// <summary>How entries of the activity log are shown.</summary>
public static class ActivityWords
{
    public static StatusKind Status(this ActivityOutcome outcome) => outcome switch
    {
        ActivityOutcome.Succeeded => StatusKind.Success,
        ActivityOutcome.Failed => StatusKind.Error,
        ActivityOutcome.Refused => StatusKind.Warning,
        ActivityOutcome.Stopped => StatusKind.Stopped,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>What an outcome means, for whoever has not met the word.</summary>
    public static string Meaning(this ActivityOutcome outcome) => outcome switch
    {
        ActivityOutcome.Succeeded => "It was made, or the service accepted it and goes on alone.",
        ActivityOutcome.Failed => "It was tried and not made; some of its steps may be done.",
        ActivityOutcome.Refused => "The person's role does not allow it: nothing was tried.",
        ActivityOutcome.Stopped => "Whoever began it left or stopped it before its end; what was done stays done.",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>How the texts before and after are to be read; null when as they stand.</summary>
    public static string? AboutTheDifference(this ActivityOutcome outcome) => outcome switch
    {
        ActivityOutcome.Succeeded => null,
        ActivityOutcome.Refused => "This is what was asked for. Nothing of it was done.",
        _ => "This is what was asked for. Not all of it may be done.",
    };

    /// <summary>A duration: milliseconds below ten seconds, seconds and minutes beyond.</summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 10 } => DisplayFormat.Milliseconds(duration.TotalMilliseconds),
        { TotalMinutes: < 2 } => $"{duration.TotalSeconds.ToString("N1", CultureInfo.CurrentCulture)} s",
        _ => $"{((int)duration.TotalMinutes).ToString("N0", CultureInfo.CurrentCulture)} min {duration.Seconds} s",
    };

    /// <summary>Date and time in UTC, short enough for a column whose head names the zone.</summary>
    public static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("G", CultureInfo.CurrentCulture);
}
