namespace Mrap.Core.Drills.Reports;

/// <summary>What an objective is about, and thereby its unit.</summary>
public enum DrillObjectiveKind
{
    /// <summary>The longest recovery from an action, in seconds.</summary>
    Recovery,

    /// <summary>The share of errors over all phases, 0 to 1.</summary>
    Errors,

    /// <summary>The share of errors of one phase, 0 to 1.</summary>
    PhaseErrors,

    /// <summary>The number of acknowledged writes that were lost.</summary>
    LostWrites,

    /// <summary>The 95th percentile of latency during the disturbance, in milliseconds.</summary>
    P95During,
}
