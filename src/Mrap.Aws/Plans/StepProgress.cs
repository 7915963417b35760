using Mrap.Aws.Faults;

namespace Mrap.Aws.Plans;

/// <summary>How far one step is.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Note">What it says: what it is doing or what it found; null when it says nothing.</param>
/// <param name="Operation">The asynchronous operation it waits for; null when there is none.</param>
/// <param name="Fault">Why it failed; null unless it did.</param>
/// <param name="Elapsed">How long it has run; zero before it begins and for steps done in an earlier run.</param>
public sealed record StepProgress(
    PlanStep Step, StepState State, string? Note, OperationSnapshot? Operation, AwsFault? Fault, TimeSpan Elapsed);
