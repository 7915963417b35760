using Mrap.Sandbox.Storage.Sqlite;

namespace Mrap.Sandbox.Storage.Reading;

/// <content>The queue of replication.</content>
internal sealed partial class ReadSession
{
    /// <summary>The tasks that wait for a destination, with the bytes of small bodies: destination, how many.</summary>
    public Statement Queue { get; }

    /// <summary>The tasks that are late and not known to be: since, how many.</summary>
    public Statement LateTasks { get; }

    /// <summary>Since when the oldest task waits that is not known to be late.</summary>
    public Statement OldestTimed { get; }

    /// <summary>Compiles a statement that is run once.</summary>
    public Statement Once(string sql) => _database.Prepare(sql);
}
