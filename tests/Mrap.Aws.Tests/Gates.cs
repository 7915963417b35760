using Microsoft.Extensions.Logging.Abstractions;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;

namespace Mrap.Aws.Tests;

/// <summary>Makes gates for tests of one room.</summary>
internal static class Gates
{
    public static ChangeGate Of(ICurrentUser user, IActivityLog activity) => new(
        user, new ActivityWriter(activity, TimeProvider.System, NullLogger<ActivityWriter>.Instance), TimeProvider.System);
}
