using System.Collections.Immutable;
using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3Control;

/// <summary>
/// The routes of access points: read and changed synchronously, taking effect within the propagation time (AWS page
/// "SubmitMultiRegionAccessPointRoutes").
/// </summary>
internal sealed class RouteOperations(ControlState state, TimeProvider time) : IControlOperations
{
    private readonly ConcurrentDictionary<string, RouteTurn> _turns = new(StringComparer.Ordinal);
    private readonly RateLimits _rates = new(time);

    /// <inheritdoc/>
    public ImmutableArray<ControlOperation> Operations =>
    [
        new("GetMultiRegionAccessPointRoutes", "GET", new("/mrap/instances/{name+}/routes"))
        {
            Regions = ControlRegions.RouteControl,
            Resource = ControlResource.ArnInPath,
            Handler = GetAsync,
        },
        new("SubmitMultiRegionAccessPointRoutes", "PATCH", new("/mrap/instances/{name+}/routes"))
        {
            Regions = ControlRegions.RouteControl,
            Enter = Enter,
            Resource = ControlResource.ArnInPath,
            Handler = SubmitAsync,
        },
    ];

    /// <summary>Takes the turn to change the routes of an access point: of updates under way at the same time the first wins.</summary>
    /// <param name="arn">The ARN in the path, decoded.</param>
    /// <returns>The turn, to be given back.</returns>
    /// <exception cref="ServiceException">Another update is under way.</exception>
    private RouteTurn Enter(string arn)
    {
        var turn = new RouteTurn(_turns, arn);
        return _turns.TryAdd(arn, turn)
            ? turn
            : throw ServiceException.Of(
                409, "OperationAborted",
                "A conflicting conditional operation is currently in progress against this resource. Please try again.");
    }

    /// <summary>Gives the routes as last submitted.</summary>
    /// <exception cref="ServiceException">There is no such access point.</exception>
    private Task GetAsync(ControlCall call)
    {
        var record = Require(call);
        return call.AnswerAsync("GetMultiRegionAccessPointRoutesResult", xml =>
        {
            xml.Element("Mrap", record.Point.Arn.ToString());
            xml.Group("Routes", () =>
            {
                foreach (var route in record.Routes.Routes)
                {
                    xml.Group("Route", () =>
                    {
                        xml.Element("Bucket", route.Bucket.Value);
                        xml.Element("Region", route.Region.Value);
                        xml.Element("TrafficDialPercentage", route.Dial.ToString());
                    });
                }
            });
        });
    }

    /// <summary>Changes some of the routes.</summary>
    /// <exception cref="ServiceException">There is no such access point, or the change may not be.</exception>
    private Task SubmitAsync(ControlCall call)
    {
        var record = Require(call);
        if (!_rates.TryTake(record.Point.Alias))
        {
            throw ServiceErrors.SlowDown();
        }

        var updates = XmlBody.Parse(call.Body, "SubmitMultiRegionAccessPointRoutesRequest")
            .Require("RouteUpdates")
            .Elements()
            .Select(Read)
            .ToList();
        return state.SubmitRoutes(record.Point.Alias, updates) switch
        {
            null => throw ServiceException.Of(AccessPointFaults.NoSuchAccessPoint()),
            RouteUpdateOutcome.Applied => call.AnswerAsync("SubmitMultiRegionAccessPointRoutesResult", _ => { }),
            RouteUpdateOutcome.Refused refused => throw ServiceException.Of(refused.Fault),
            var other => throw new InvalidOperationException($"unknown outcome {other.GetType().Name}"),
        };
    }

    private static RouteUpdate Read(XElement element)
    {
        var bucketText = element.One("Bucket")?.Value;
        var regionText = element.One("Region")?.Value;
        BucketName? bucket = null;
        RegionId? region = null;
        if (bucketText is not null)
        {
            bucket = BucketName.Parse(bucketText).TryGet(out var name)
                ? name
                : throw ServiceErrors.InvalidRequest("A route names no valid bucket.");
        }

        if (regionText is not null)
        {
            region = RegionId.Parse(regionText).TryGet(out var id)
                ? id
                : throw ServiceErrors.InvalidRequest("A route names no valid Region.");
        }

        return int.TryParse(
            element.Require("TrafficDialPercentage").Value.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out var percentage)
            ? new RouteUpdate(bucket, region, percentage)
            : throw ServiceErrors.MalformedXml();
    }

    private AccessPointRecord Require(ControlCall call)
    {
        if (!AccessPointArn.Parse(call.Argument).TryGet(out var arn))
        {
            throw ServiceErrors.InvalidRequest("The Multi-Region Access Point must be named by its ARN.");
        }

        if (arn.Account != call.Account)
        {
            throw ServiceErrors.AccessDenied();
        }

        return state.Find(arn.Alias) is { Point.Status: not AccessPointStatus.Creating } record && record.Point.Owner == call.Account
            ? record
            : throw ServiceException.Of(AccessPointFaults.NoSuchAccessPoint());
    }

    /// <summary>The turn of one update.</summary>
    private sealed class RouteTurn(ConcurrentDictionary<string, RouteTurn> turns, string key) : IDisposable
    {
        public void Dispose() => turns.TryRemove(KeyValuePair.Create(key, this));
    }
}
