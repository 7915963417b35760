using System.Collections.Immutable;

namespace Mrap.Aws.Activity;

/// <summary>A page of the activity log.</summary>
/// <param name="Entries">The entries, newest first.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record ActivityPage(ImmutableArray<ActivityEntry> Entries, ActivityCursor? Next);
