using Mrap.Aws.Authorization;

namespace Mrap.Aws.Activity;

/// <summary>Which entries of the activity log to read, newest first. What is null does not limit.</summary>
public sealed record ActivityQuery
{
    /// <summary>The most entries of one page.</summary>
    public const int MaxCount = 500;

    /// <summary>Who: the whole name, case-sensitive.</summary>
    public string? User { get; init; }

    /// <summary>What was done.</summary>
    public ChangeAction? Action { get; init; }

    /// <summary>What kind of thing it was done to.</summary>
    public TargetKind? Kind { get; init; }

    /// <summary>The name of the access point.</summary>
    public string? AccessPoint { get; init; }

    /// <summary>What became of it.</summary>
    public ActivityOutcome? Outcome { get; init; }

    /// <summary>The first instant, inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The last instant, exclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Where the page begins: <see cref="ActivityPage.Next"/> of the page before; null for the first page.</summary>
    public ActivityCursor? Cursor { get; init; }

    /// <summary>The most entries of the page, 1 to <see cref="MaxCount"/>; anything else is taken as the nearest of them.</summary>
    public int Count { get; init; } = 50;

    /// <summary>Whether an entry is one of those asked for, on this page or a later one.</summary>
    /// <param name="entry">The entry.</param>
    public bool Matches(ActivityEntry entry) =>
        (User is null || entry.User.Name == User)
        && (Action is null || entry.Change.Action == Action)
        && (Kind is null || entry.Kind == Kind)
        && (AccessPoint is null || entry.Change.AccessPoint == AccessPoint)
        && (Outcome is null || entry.Outcome == Outcome)
        && (From is null || entry.At >= From)
        && (Until is null || entry.At < Until)
        && (Cursor is null || Cursor.IsBefore(entry));
}
