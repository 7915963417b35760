namespace Mrap.Aws.Plans;

/// <summary>Where a running step says how far it is.</summary>
internal interface IStepReport
{
    /// <summary>Says something in words.</summary>
    void Say(string note);

    /// <summary>Shows the operation that the step waits for.</summary>
    void Show(OperationSnapshot operation);
}
