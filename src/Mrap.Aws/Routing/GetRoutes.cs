using Amazon.S3Control.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Aws.Routing;

/// <summary>
/// Reads the routes of an access point from the first of the five route Regions that answers (Amazon S3 User Guide, "Amazon S3
/// Multi-Region Access Points failover controls").
/// </summary>
/// <param name="time">The clock, for a Region that does not answer.</param>
public sealed class GetRoutes(AwsClients clients, TimeProvider time)
{
    /// <summary>Reads them.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The routes, or why they could not be read.</returns>
    public async Task<Outcome<RouteTable>> ExecuteAsync(AccessPoint accessPoint, CancellationToken cancellationToken)
    {
        var whatFailed = $"The routes of `{accessPoint.Name}` could not be read.";
        var request = new GetMultiRegionAccessPointRoutesRequest { AccountId = accessPoint.Owner.Value, Mrap = accessPoint.Arn.ToString() };
        var answer = await RouteRegions.TryEachAsync(
            RegionCatalog.RouteControl,
            whatFailed,
            (region, token) =>
                AwsCall.InvokeAsync(whatFailed, () => clients.Control(region).GetMultiRegionAccessPointRoutesAsync(request, token)),
            time,
            cancellationToken);
        return answer.TryGet(out var got, out var fault) ? Read(got.Value, whatFailed) : fault;
    }

    private static Outcome<RouteTable> Read(GetMultiRegionAccessPointRoutesResponse answer, string whatFailed)
    {
        var routes = new List<Route>();
        foreach (var row in answer.Routes ?? [])
        {
            if (BucketName.Parse(row.Bucket).TryGet(out var bucket)
                && RegionId.Parse(row.Region).TryGet(out var region)
                && TrafficDial.FromPercentage(row.TrafficDialPercentage ?? -1).TryGet(out var dial))
            {
                routes.Add(new Route(bucket, region, dial));
            }
        }

        try
        {
            return RouteTable.Create(routes);
        }
        catch (ArgumentException fault)
        {
            return AwsFaults.Unreadable(whatFailed, fault.Message);
        }
    }
}
