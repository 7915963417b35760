using Microsoft.AspNetCore.Components.Server.Circuits;
using ServerCircuit = Microsoft.AspNetCore.Components.Server.Circuits.Circuit;

namespace Mrap.Web.Circuit;

/// <summary>Logs how circuits come and go.</summary>
public sealed class CircuitWatch(ILogger<CircuitWatch> logger) : CircuitHandler
{
    /// <inheritdoc/>
    public override Task OnCircuitOpenedAsync(ServerCircuit circuit, CancellationToken cancellationToken)
    {
        CircuitLog.Began(logger, circuit.Id);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(ServerCircuit circuit, CancellationToken cancellationToken)
    {
        CircuitLog.Lost(logger, circuit.Id);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnCircuitClosedAsync(ServerCircuit circuit, CancellationToken cancellationToken)
    {
        CircuitLog.Ended(logger, circuit.Id);
        return Task.CompletedTask;
    }
}
