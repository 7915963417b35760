using System.Collections.Immutable;
using System.Globalization;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;
using Mrap.Policy.Text;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.DataPlane;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Storage;

namespace Mrap.Sandbox.Admin;

/// <summary>Where requests go, and where they went.</summary>
internal sealed class RoutingAdmin(
    AdminAccessPoints accessPoints, AccessPointRouting routing, RegionStores stores, RequestJournal journal, SandboxOptions options,
    TimeProvider time)
    : IAdminOperations
{
    private const int DefaultLimit = 100;

    /// <inheritdoc/>
    public ImmutableArray<AdminOperation> Operations =>
    [
        new("GET", "route", "where a request would go: ?accessPoint=&vantage=, and &key= says where that object is", RouteAsync),
        new("GET", "propagation", "which vantages see the newest routes: ?accessPoint=", PropagationAsync),
        new("GET", "requests", "the latest data-plane requests: ?accessPoint=&limit=", RequestsAsync),
    ];

    private async Task RouteAsync(AdminCall call)
    {
        var vantageText = call.Query("vantage");
        if (VantageCatalog.Read(vantageText.Length > 0 ? vantageText : options.DefaultVantage) is not { } vantage)
        {
            await call.ProblemAsync(400, ClientVantage.Explain(vantageText));
            return;
        }

        if (await RequireAsync(call) is not { } record)
        {
            return;
        }

        var decision = routing.Explain(record, vantage);
        var key = call.Query("key");
        var holders = key.Length > 0 ? Holders(decision, key) : null;
        await call.JsonAsync(new
        {
            accessPoint = record.Point.Alias.Value,
            vantage = vantage.Id,
            chosen = decision.Chosen?.Region.Value,
            explanation = decision.Explanation,
            candidates = decision.Candidates.Select(candidate => new
            {
                region = candidate.Region.Value,
                bucket = candidate.Bucket.Value,
                latencyMs = candidate.Latency?.Milliseconds,
                isEstimate = candidate.Latency?.IsEstimate,
                dial = candidate.Dial.Percentage,
                health = candidate.Health.ToString().ToLowerInvariant(),
                reason = candidate.Reason,
                hasObject = holders?.Contains(candidate.Bucket),
            }),
        });
    }

    private HashSet<BucketName> Holders(RoutingDecision decision, string key) =>
    [
        .. decision.Candidates
            .Where(
                candidate =>
                    stores.Get(candidate.Region).FindObject(candidate.Bucket, key, versionId: null) is { IsDeleteMarker: false })
            .Select(candidate => candidate.Bucket),
    ];

    private async Task PropagationAsync(AdminCall call)
    {
        if (await RequireAsync(call) is not { } record)
        {
            return;
        }

        var now = time.GetUtcNow();
        var newest = record.Submissions[^1];
        var pending = VantageCatalog.All
            .Where(vantage => record.SeenFrom(vantage, now, options.RoutePropagation) != newest)
            .Select(vantage => vantage.Id)
            .ToArray();
        await call.JsonAsync(new
        {
            accessPoint = record.Point.Alias.Value,
            submittedAt = newest.At,
            propagationSeconds = options.RoutePropagation.TotalSeconds,
            vantages = VantageCatalog.All.Length,
            pending,
        });
    }

    private async Task RequestsAsync(AdminCall call)
    {
        var wanted = call.Query("accessPoint");
        var alias = wanted.Length == 0 ? null : accessPoints.Find(wanted)?.Point.Alias.Value ?? wanted;
        var limitText = call.Query("limit");
        var limit = DefaultLimit;
        if (
            limitText.Length > 0
                && (
                    !int.TryParse(limitText, NumberStyles.None, CultureInfo.InvariantCulture, out limit)
                        || limit > RequestJournal.Capacity))
        {
            await call.ProblemAsync(400, $"limit must be a number from 0 to {RequestJournal.Capacity}");
            return;
        }

        await call.JsonAsync(journal.Latest(entry => alias is null || entry.AccessPoint == alias, limit));
    }

    private async Task<AccessPointRecord?> RequireAsync(AdminCall call)
    {
        var wanted = call.Query("accessPoint");
        var record = accessPoints.Find(wanted);
        if (record is null)
        {
            await call.ProblemAsync(404, $"there is no access point `{DisplayText.Truncate(wanted)}`");
        }

        return record;
    }
}
