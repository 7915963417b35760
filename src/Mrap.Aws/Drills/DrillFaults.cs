using Mrap.Aws.Faults;

namespace Mrap.Aws.Drills;

/// <summary>Why a drill is not run, or not run to its end.</summary>
internal static class DrillFaults
{
    private const string WhatFailed = "The drill was not run.";

    public static AwsFault NoSandbox { get; } = AwsFaults.Invalid(
        WhatFailed, "This console works against AWS, and a drill breaks Regions.", "Run the drill against a sandbox.");

    public static AwsFault Busy { get; } = AwsFaults.Invalid(
        WhatFailed, "Another drill is running.", "Wait until it has ended, or stop it.");

    public static AwsFault TrafficEnded { get; } = AwsFaults.Invalid(
        "The drill was broken off.",
        "Its traffic ended before its time: somebody stopped it, or the sandbox was restarted.",
        "Run the drill again, and leave its traffic alone.");

    public static AwsFault Stopped { get; } = new(
        ConsoleFaultCodes.Stopped,
        "The drill was stopped.",
        "Whoever started it stopped it.",
        "Everything was put back; the report says what was seen until then.");

    public static AwsFault NotRestored { get; } = new(
        ConsoleFaultCodes.NoConnection,
        "Not everything was put back.",
        "The sandbox did not answer within a minute.",
        "Look at the conditions of the Regions and at the routes of the access point, and put them right.");

    public static AwsFault NotApplied(string phase) => new(
        ConsoleFaultCodes.NoConnection,
        $"The action of the phase `{phase}` was not done.",
        "The sandbox did not answer within a minute.",
        "Look whether the sandbox runs, then run the drill again.");
}
