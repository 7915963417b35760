namespace Mrap.Core.Drills.Reports;

/// <summary>Whether an objective holds: the measured figure is there and not above the wanted one. The unit is that of the kind.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Phase">The phase of a <see cref="DrillObjectiveKind.PhaseErrors"/>; null for the others.</param>
/// <param name="Wanted">The largest figure that holds.</param>
/// <param name="Measured">The figure; null when it was not reached or not measured, and then the objective does not hold.</param>
public sealed record DrillVerdict(DrillObjectiveKind Kind, string? Phase, double Wanted, double? Measured)
{
    /// <summary>Whether the objective holds.</summary>
    public bool Passed => Measured <= Wanted;
}
