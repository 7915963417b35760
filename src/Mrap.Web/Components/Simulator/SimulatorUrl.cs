using Mrap.Web.Navigation;

namespace Mrap.Web.Components.Simulator;

/// <summary>The address of the simulator: the whole simulation and what is shown of it.</summary>
/// <param name="State">The simulation as <c>SimulationLink</c> writes it.</param>
/// <param name="AccessPoint">The name of the access point it was loaded from.</param>
/// <param name="Example">The example it starts with.</param>
/// <param name="Tab">What the left side shows.</param>
/// <param name="View"><c>matrix</c>, or null for one request.</param>
/// <param name="Actions">The actions of the matrix, commas between.</param>
/// <param name="Principals">The principals of the matrix, commas between.</param>
/// <param name="Own">What the own policies of other principals allow.</param>
public sealed record SimulatorUrl(
    string? State, string? AccessPoint, string? Example, string? Tab, string? View, string? Actions, string? Principals, string? Own)
{
    public const string Matrix = "matrix";

    public static SimulatorUrl Empty { get; } = new(null, null, null, null, null, null, null, null);

    public override string ToString() => ConsoleUrls.WithQuery(
        ConsoleUrls.Simulator,
        ("accessPoint", AccessPoint),
        ("example", Example),
        ("view", View),
        ("tab", Tab),
        ("actions", Actions),
        ("principals", Principals),
        ("own", Own),
        ("s", State));
}
