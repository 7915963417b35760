namespace Mrap.Aws.Activity;

/// <summary>A place in the activity log, between two entries: before everything that is newer, and at an entry itself.</summary>
/// <param name="At">When the entry began.</param>
/// <param name="Id">The entry; it orders entries of one instant.</param>
public sealed record ActivityCursor(DateTimeOffset At, Guid Id)
{
    /// <summary>Whether an entry stands after this place in a list that begins with the newest.</summary>
    /// <param name="entry">The entry.</param>
    public bool IsBefore(ActivityEntry entry) => entry.At < At || (entry.At == At && entry.Id.CompareTo(Id) < 0);
}
