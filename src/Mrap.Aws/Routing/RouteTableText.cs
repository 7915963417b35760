using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Aws.Routing;

/// <summary>Routes as the activity log keeps them: one line a route with Region, bucket and dial. Entries are never rewritten.</summary>
public static class RouteTableText
{
    /// <summary>The text of routes.</summary>
    public static string Of(RouteTable routes) =>
        string.Join('\n', routes.Routes.Select(route => $"{route.Region} {route.Bucket} {route.Dial}"));

    /// <summary>Reads such a text.</summary>
    /// <returns>The routes, or null when it is another text.</returns>
    public static RouteTable? Read(string? text)
    {
        var routes = new List<Route>();
        foreach (var line in (text ?? string.Empty).Split('\n'))
        {
            if (line.Split(' ') is not [var region, var bucket, var dial]
                || !RegionId.Parse(region).TryGet(out var regionId)
                || !BucketName.Parse(bucket).TryGet(out var bucketName)
                || !TrafficDial.Parse(dial).TryGet(out var trafficDial))
            {
                return null;
            }

            routes.Add(new Route(bucketName, regionId, trafficDial));
        }

        try
        {
            return RouteTable.Create(routes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
