using System.Collections.Immutable;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Routing;

/// <summary>Reads who changed the routes of an access point with this console. What others did is in CloudTrail.</summary>
/// <param name="activity">The activity log.</param>
public sealed class GetRouteHistory(IActivityLog activity)
{
    /// <summary>Reads the latest changes.</summary>
    /// <param name="count">How many, 1 to 500.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The changes, newest first.</returns>
    public async Task<ImmutableArray<RouteChange>> ExecuteAsync(AccessPointName name, int count, CancellationToken cancellationToken)
    {
        var query = new ActivityQuery { Action = ChangeAction.ChangeRoutes, AccessPoint = name.Value, Count = count };
        var page = await activity.ReadAsync(query, cancellationToken);
        return
        [
            .. page.Entries.Select(
                entry => new RouteChange(entry, RouteTableText.Read(entry.Change.Before), RouteTableText.Read(entry.Change.After))),
        ];
    }
}
