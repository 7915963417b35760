namespace Mrap.Aws.Plans;

/// <summary>Where a running step says how far it is.</summary>
/// <param name="change">Changes the step's progress and shows it.</param>
internal sealed class StepReport(Action<Func<StepProgress, StepProgress>> change)
{
    /// <summary>Says something in words.</summary>
    public void Say(string note) => change(step => step with { Note = note });

    /// <summary>Shows the operation that the step waits for.</summary>
    public void Show(OperationSnapshot operation) => change(step => step with { Operation = operation });
}
