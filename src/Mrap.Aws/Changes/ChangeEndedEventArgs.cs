using Mrap.Aws.Activity;

namespace Mrap.Aws.Changes;

/// <summary>A change has ended.</summary>
/// <param name="entry">What was done and what became of it.</param>
public sealed class ChangeEndedEventArgs(ActivityEntry entry) : EventArgs
{
    /// <summary>What was done and what became of it.</summary>
    public ActivityEntry Entry { get; } = entry;
}
