using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;

namespace Mrap.Testing;

/// <summary>Entries of an activity log.</summary>
public static class ActivityExample
{
    public static ActivityEntry Entry(
        DateTimeOffset at,
        string user = "ada",
        ChangeAction action = ChangeAction.ChangeRoutes,
        string? accessPoint = "demo",
        ActivityOutcome outcome = ActivityOutcome.Succeeded,
        string? before = null,
        string? after = null,
        ActivityFault? fault = null) => new(
            Guid.CreateVersion7(at),
            at,
            new ActingUser(user, Role.Operator),
            new Change(action, accessPoint ?? "target", accessPoint, before, after),
            outcome,
            fault,
            TimeSpan.FromMilliseconds(12),
            "0123456789abcdef0123456789abcdef");
}
