using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.Operations;

/// <summary>How the states of steps and of operations are shown.</summary>
public static class StepStates
{
    public static StatusKind Kind(this StepState state) => state switch
    {
        StepState.Pending => StatusKind.Passive,
        StepState.Running => StatusKind.InProgress,
        StepState.Done => StatusKind.Success,
        StepState.Failed => StatusKind.Error,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Word(this StepState state) => state switch
    {
        StepState.Pending => "Not begun",
        StepState.Running => "Under way",
        StepState.Done => "Done",
        StepState.Failed => "Failed",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static StatusKind Kind(this AsyncOperationStatus status) => status switch
    {
        AsyncOperationStatus.New => StatusKind.Passive,
        AsyncOperationStatus.InProgress => StatusKind.InProgress,
        AsyncOperationStatus.Succeeded => StatusKind.Success,
        AsyncOperationStatus.Failed => StatusKind.Error,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Word(this AsyncOperationStatus status) => status switch
    {
        AsyncOperationStatus.New => "New",
        AsyncOperationStatus.InProgress => "In progress",
        AsyncOperationStatus.Succeeded => "Succeeded",
        AsyncOperationStatus.Failed => "Failed",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Noun(this AsyncOperationKind kind) => kind switch
    {
        AsyncOperationKind.Create => "Creation",
        AsyncOperationKind.Delete => "Deletion",
        AsyncOperationKind.PutPolicy => "Change of the policy",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
