using Mrap.Aws.Simulation;
using Mrap.Web.Circuit;

namespace Mrap.Web.Components.Simulator;

/// <summary>What is said of a simulation that is not whole.</summary>
public static class SimulationFlashes
{
    private const string Id = "simulation";

    /// <summary>An address could not be read.</summary>
    /// <param name="isAll">Whether nothing of it could be.</param>
    public static Flash Unreadable(bool isAll) => new(
        Id,
        FlashKind.Info,
        isAll
            ? "The simulation in this address could not be read."
            : "Parts of the simulation in this address could not be read and were left out.");

    /// <summary>What is to be known of a simulation that was read from an account; null when it is whole and at rest.</summary>
    public static Flash? Of(LoadedSimulation loaded) => loaded switch
    {
        { Unread.IsEmpty: false } => new Flash(
            Id, FlashKind.Warning, $"Could not be read, and is left out here: {string.Join(", ", loaded.Unread)}."),
        { IsChanging: true } => new Flash(
            Id, FlashKind.Info, "Another policy is on its way to the Regions. This is the one in force."),
        _ => null,
    };
}
