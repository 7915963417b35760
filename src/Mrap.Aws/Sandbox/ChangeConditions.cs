using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Faults;
using Mrap.Core.Faults;
using Mrap.Core.Regions;

namespace Mrap.Aws.Sandbox;

/// <summary>Makes and ends faults of the sandbox's Regions, which takes an operator.</summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="fleet">Told at once, so that every page shows it.</param>
/// <param name="gate">Checks the role of who acts and writes the activity log.</param>
public sealed class ChangeConditions(SandboxControl sandbox, FleetConditionsFeed fleet, ChangeGate gate)
{
    private const string WhatFailed = "The Regions were not changed.";

    private static readonly JsonSerializerOptions s_json =
        new(JsonSerializerOptions.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Changes how some Regions fare, all at once or none.</summary>
    /// <param name="changes">What is set in which Region; what a document does not name stays.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The conditions afterwards, or why nothing was changed.</returns>
    public Task<Outcome<FleetConditions>> ExecuteAsync(
        ImmutableSortedDictionary<RegionId, RegionConditionDocument> changes, CancellationToken cancellationToken)
    {
        var before = changes.Keys.ToDictionary(region => region.Value, region => RegionConditionDocument.Of(fleet.Current.Of(region)));
        var after = changes.ToDictionary(change => change.Key.Value, change => change.Value);
        return PassAsync(changes.Keys, Text(before), Text(after), HttpMethod.Put, after, cancellationToken);
    }

    /// <summary>Ends every fault.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The conditions afterwards, or why nothing was changed.</returns>
    public Task<Outcome<FleetConditions>> EndAllAsync(CancellationToken cancellationToken)
    {
        var faulty = fleet.Current.Faulty;
        var before = faulty.ToDictionary(pair => pair.Key.Value, pair => RegionConditionDocument.Of(pair.Value));
        return PassAsync(faulty.Keys, Text(before), after: null, HttpMethod.Delete, body: null, cancellationToken);
    }

    /// <summary>The JSON that changes Regions, without what stays.</summary>
    /// <param name="changes">What is set in which Region.</param>
    /// <returns>The text, in one line.</returns>
    public static string Text(IReadOnlyDictionary<string, RegionConditionDocument> changes) => JsonSerializer.Serialize(changes, s_json);

    private Task<Outcome<FleetConditions>> PassAsync(
        IEnumerable<RegionId> regions, string before, string? after, HttpMethod method, object? body,
        CancellationToken cancellationToken) =>
        gate.PassAsync(
            new Change(ChangeAction.ChangeConditions, string.Join(' ', regions), AccessPoint: null, before, after),
            async () =>
            {
                var answer = await sandbox.SendAsync<Dictionary<string, RegionConditionDocument>>(
                    method, "regions", body, WhatFailed, cancellationToken);
                fleet.Feed.Refresh();
                return SandboxFleetConditions.Read(answer, WhatFailed);
            });
}
