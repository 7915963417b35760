using System.Collections.Immutable;
using Mrap.Core.Faults;
using Mrap.Core.Regions;
using Mrap.Policy.Text;
using Mrap.Sandbox.Control;

namespace Mrap.Sandbox.Admin;

/// <summary>How the Regions fare, and how long clients wait for them.</summary>
internal sealed class RegionAdmin(RegionConditions conditions, NetworkDelays delays) : IAdminOperations
{
    private const string Example =
        "{\"state\":\"up\",\"latencyMs\":0,\"jitterMs\":0,\"errorRate\":0.0,\"replication\":\"running\",\"clockSkewSeconds\":0}";

    /// <inheritdoc/>
    public ImmutableArray<AdminOperation> Operations =>
    [
        new("GET", "regions", "how each Region fares", call => call.JsonAsync(All())),
        new("PUT", "regions", "changes several Regions at once: an object of Regions, each as for one", PutAllAsync),
        new("DELETE", "regions", "ends every fault", EndAsync),
        new("PUT", "regions/", $"changes how one Region fares: {Example}", PutOneAsync),
        new("GET", "presets", "faults that belong together and have a name", PresetsAsync),
        new("GET", "network", "whether clients wait as long as their place would make them", NetworkAsync),
        new("PUT", "network", "{\"delays\":\"modelled\"} or {\"delays\":\"none\"}", PutNetworkAsync),
    ];

    private Dictionary<string, RegionConditionDocument> All()
    {
        var current = conditions.Current;
        return RegionCatalog.Commercial.ToDictionary(
            region => region.Id.Value, region => RegionConditionDocument.Of(current.Of(region.Id)));
    }

    private async Task PutOneAsync(AdminCall call)
    {
        if (ReadRegion(call.Argument) is not { } region)
        {
            await call.ProblemAsync(404, UnknownRegion(call.Argument));
            return;
        }

        if (await call.ReadAsync<RegionConditionDocument>() is not { } document)
        {
            await call.ProblemAsync(400, $"the body must be JSON such as {Example}");
            return;
        }

        if (await ChangeAsync(call, [(region, document)]))
        {
            await call.JsonAsync(RegionConditionDocument.Of(conditions.Current.Of(region)));
        }
    }

    private async Task PutAllAsync(AdminCall call)
    {
        if (await call.ReadAsync<Dictionary<string, RegionConditionDocument>>() is not { Count: > 0 } documents
            || documents.Values.Any(document => document is null))
        {
            await call.ProblemAsync(400, $"the body must be an object of Regions such as {{\"eu-west-1\":{Example}}}");
            return;
        }

        var changes = new List<(RegionId Region, RegionConditionDocument Document)>();
        foreach (var (name, document) in documents)
        {
            if (ReadRegion(name) is not { } region)
            {
                await call.ProblemAsync(400, UnknownRegion(name));
                return;
            }

            changes.Add((region, document));
        }

        if (await ChangeAsync(call, changes))
        {
            await call.JsonAsync(All());
        }
    }

    private Task EndAsync(AdminCall call)
    {
        conditions.Reset();
        return call.JsonAsync(All());
    }

    // All or nothing: a document that breaks a rule changes no Region.
    private async Task<bool> ChangeAsync(AdminCall call, List<(RegionId Region, RegionConditionDocument Document)> changes)
    {
        string? broken = null;
        conditions.Change(current =>
        {
            var changed = current;
            foreach (var (region, document) in changes)
            {
                var applied = document.Apply(current.Of(region));
                if (!applied.TryGet(out var condition))
                {
                    broken = changes.Count == 1 ? applied.Faults[0] : $"{region}: {applied.Faults[0]}";
                    return current;
                }

                changed = changed.With(region, condition);
            }

            return changed;
        });
        if (broken is not null)
        {
            await call.ProblemAsync(400, broken);
        }

        return broken is null;
    }

    private static Task PresetsAsync(AdminCall call) => call.JsonAsync(FaultPreset.All.Select(preset => new
    {
        id = preset.Id,
        title = preset.Title,
        effect = preset.Effect,
        regions = preset.Changes.ToDictionary(change => change.Key.Value, change => change.Value),
    }));

    private Task NetworkAsync(AdminCall call) => call.JsonAsync(new { delays = delays.AreModelled ? "modelled" : "none" });

    private async Task PutNetworkAsync(AdminCall call)
    {
        if (await call.ReadAsync<NetworkDocument>() is not { Delays: "modelled" or "none" } document)
        {
            await call.ProblemAsync(400, "delays must be modelled or none");
            return;
        }

        delays.Set(document.Delays == "modelled");
        await NetworkAsync(call);
    }

    private static RegionId? ReadRegion(string text) =>
        RegionId.Parse(text).TryGet(out var region) && RegionCatalog.Find(region) is { IsCommercial: true } ? region : null;

    private static string UnknownRegion(string text) => $"there is no Region `{DisplayText.Truncate(text)}`";

    private sealed record NetworkDocument(string? Delays);
}
