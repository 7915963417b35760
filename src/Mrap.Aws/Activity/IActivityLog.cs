using System.Collections.Immutable;

namespace Mrap.Aws.Activity;

/// <summary>The log of changes. Implementations are safe for concurrent use.</summary>
public interface IActivityLog
{
    /// <summary>Adds an entry.</summary>
    void Record(ActivityEntry entry);

    /// <summary>The latest entries, newest first.</summary>
    /// <param name="most">How many at most, 1 or more.</param>
    /// <returns>The entries.</returns>
    ImmutableArray<ActivityEntry> Latest(int most);
}
