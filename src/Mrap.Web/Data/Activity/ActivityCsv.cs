using System.Globalization;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;

namespace Mrap.Web.Data.Activity;

/// <summary>Entries of the activity log as comma-separated values: times in UTC, numbers without a culture.</summary>
public static class ActivityCsv
{
    /// <summary>The names of the columns.</summary>
    public static string Header { get; } = CsvLine.Write(
        "Time (UTC)", "Person", "Role", "Change", "Target", "Access point", "Outcome", "Duration (ms)", "Fault code", "Fault",
        "Request ID", "Correlation ID", "Before", "After", "ID");

    /// <summary>One entry.</summary>
    public static string Line(ActivityEntry entry) => CsvLine.Write(
        entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        entry.User.Name,
        entry.User.Role.ToString(),
        entry.Change.Action.Title(),
        entry.Change.Target,
        entry.Change.AccessPoint,
        entry.Outcome.ToString(),
        entry.Duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture),
        entry.Fault?.Code,
        entry.Fault?.Text,
        entry.Fault?.RequestId,
        entry.CorrelationId,
        entry.Change.Before,
        entry.Change.After,
        ActivityMapper.IdOf(entry.Id));
}
