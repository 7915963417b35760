namespace Mrap.Core.Drills;

/// <summary>A stretch of a drill: something is done, then traffic is watched.</summary>
/// <param name="Name">Unique in the plan whatever the case of letters; 1 to 40 characters on one line.</param>
/// <param name="Duration">From <see cref="MinDuration"/> to <see cref="MaxDuration"/>.</param>
/// <param name="Action">What is done when the phase begins.</param>
/// <param name="Stage">Whether the phase is before, during or after the disturbance.</param>
public sealed record DrillPhase(string Name, TimeSpan Duration, DrillAction Action, DrillStage Stage)
{
    /// <summary>The shortest phase: 1 s.</summary>
    public static TimeSpan MinDuration { get; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest phase: 1 h.</summary>
    public static TimeSpan MaxDuration { get; } = TimeSpan.FromHours(1);
}
