using System.Globalization;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;

namespace Mrap.Web.Data.Activity;

/// <summary>Between entries and their rows.</summary>
internal static class ActivityMapper
{
    public static string IdOf(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);

    public static ActivityRow ToRow(ActivityEntry entry) => new()
    {
        Id = IdOf(entry.Id),
        At = entry.At.UtcTicks,
        User = entry.User.Name,
        Role = entry.User.Role,
        Action = entry.Change.Action,
        Target = entry.Change.Target,
        AccessPoint = entry.Change.AccessPoint,
        Before = entry.Change.Before,
        After = entry.Change.After,
        Outcome = entry.Outcome,
        FaultCode = entry.Fault?.Code,
        FaultText = entry.Fault?.Text,
        FaultRequestId = entry.Fault?.RequestId,
        Duration = entry.Duration.Ticks,
        CorrelationId = entry.CorrelationId,
    };

    public static ActivityEntry ToEntry(ActivityRow row) => new(
        Guid.ParseExact(row.Id, "N"),
        new DateTimeOffset(row.At, TimeSpan.Zero),
        new ActingUser(row.User, row.Role),
        new Change(row.Action, row.Target, row.AccessPoint, row.Before, row.After),
        row.Outcome,
        row.FaultCode is { } code ? new ActivityFault(code, row.FaultText ?? string.Empty, row.FaultRequestId) : null,
        new TimeSpan(row.Duration),
        row.CorrelationId);
}
