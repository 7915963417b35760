using System.Collections.Immutable;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Replication.Jobs;
using Mrap.Sandbox.Storage;

namespace Mrap.Sandbox.Admin;

/// <summary>Empties the sandbox.</summary>
internal sealed class ResetAdmin(
    ControlState state,
    AccountSettings settings,
    RegionStores stores,
    RegionConditions conditions,
    NetworkDelays delays,
    RequestJournal journal,
    IdentityReset identities,
    ReplicationJobs jobs) : IAdminOperations
{
    /// <inheritdoc/>
    public ImmutableArray<AdminOperation> Operations =>
        [new("POST", "reset", "empties everything; takes {\"confirm\":\"reset\"}", ResetAsync)];

    private async Task ResetAsync(AdminCall call)
    {
        var document = await call.ReadAsync<ResetDocument>();
        if (document?.Confirm != "reset")
        {
            await call.ProblemAsync(400, "this empties everything: send {\"confirm\":\"reset\"}");
            return;
        }

        // Once begun it goes to its end: half of it would leave access points over buckets that are gone.
        jobs.Reset();
        await stores.ResetAsync(CancellationToken.None);
        state.Reset();
        settings.Reset();
        identities.Reset();
        conditions.Reset();
        delays.Reset();
        journal.Clear();
        await call.JsonAsync(new { status = "empty" });
    }

    private sealed record ResetDocument(string? Confirm);
}
