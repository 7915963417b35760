namespace Mrap.Aws.Activity;

/// <summary>The log of changes. Implementations are safe for concurrent use.</summary>
public interface IActivityLog
{
    /// <summary>
    /// Adds an entry. Whoever calls this goes on when it throws: a change is never undone because it could not be logged.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Gives the writing up.</param>
    /// <returns>Done once the entry is kept.</returns>
    Task AppendAsync(ActivityEntry entry, CancellationToken cancellationToken);

    /// <summary>Reads a page.</summary>
    /// <param name="query">Which entries.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The entries, newest first.</returns>
    Task<ActivityPage> ReadAsync(ActivityQuery query, CancellationToken cancellationToken);

    /// <summary>Finds an entry.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The entry, or null when there is none.</returns>
    Task<ActivityEntry?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Reads which names occur.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The names.</returns>
    Task<ActivityChoices> ReadChoicesAsync(CancellationToken cancellationToken);
}
