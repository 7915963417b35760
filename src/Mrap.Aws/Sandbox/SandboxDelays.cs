using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Faults;

namespace Mrap.Aws.Sandbox;

/// <summary>Whether clients of the sandbox wait as long as their place would make them.</summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="gate">Checks the role of who acts and writes the activity log.</param>
public sealed class SandboxDelays(SandboxControl sandbox, ChangeGate gate)
{
    private const string Modelled = "modelled";
    private const string None = "none";

    /// <summary>Reads it.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether they wait.</returns>
    public async Task<Outcome<bool>> ReadAsync(CancellationToken cancellationToken) => Read(
        await sandbox.GetAsync<Network>("network", "Whether clients wait could not be read.", cancellationToken));

    /// <summary>Sets it, which takes an operator.</summary>
    /// <param name="areModelled">Whether they wait.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether they wait now.</returns>
    public Task<Outcome<bool>> SetAsync(bool areModelled, CancellationToken cancellationToken) => gate.PassAsync(
        new Change(
            ChangeAction.ChangeConditions, "network", AccessPoint: null, areModelled ? None : Modelled, areModelled ? Modelled : None),
        async () => Read(
            await sandbox.SendAsync<Network>(
                HttpMethod.Put, "network", new Network(areModelled ? Modelled : None), "The network was not changed.",
                cancellationToken)));

    private static Outcome<bool> Read(Outcome<Network> answer) =>
        answer.TryGet(out var network, out var fault) ? network.Delays == Modelled : fault;

    private sealed record Network(string? Delays);
}
