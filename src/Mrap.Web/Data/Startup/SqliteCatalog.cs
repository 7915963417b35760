using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace Mrap.Web.Data.Startup;

/// <summary>What only SQLite has to be asked in its own words. Nothing else of the room writes SQL.</summary>
internal static class SqliteCatalog
{
    private const string TableNames =
        "SELECT name AS Value FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '__EF*'";

    private const string ColumnNames = "SELECT name AS Value FROM pragma_table_info({0})";

    private const string UserVersion = "SELECT user_version AS Value FROM pragma_user_version";

    // Left by a process that was killed while it migrated; the next migration would wait for it for ever.
    private const string Unlock = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";

    // A reader then never waits for a writer.
    private const string WriteAheadLog = "PRAGMA journal_mode = WAL";

    /// <summary>The tables that people's data stand in, without those of SQLite and of migrations.</summary>
    public static async Task<ImmutableArray<string>> TablesAsync(ConsoleDatabase database, CancellationToken cancellationToken) =>
        [.. await database.Database.SqlQueryRaw<string>(TableNames).ToListAsync(cancellationToken)];

    /// <summary>The columns of a table; none when it is not there.</summary>
    public static async Task<ImmutableArray<string>> ColumnsAsync(
        ConsoleDatabase database, string table, CancellationToken cancellationToken) =>
        [.. await database.Database.SqlQueryRaw<string>(ColumnNames, table).ToListAsync(cancellationToken)];

    /// <summary>The number with which the first console marked its files; 0 in others.</summary>
    public static Task<int> UserVersionAsync(ConsoleDatabase database, CancellationToken cancellationToken) =>
        database.Database.SqlQueryRaw<int>(UserVersion).SingleAsync(cancellationToken);

    /// <summary>Readies the file for migrations of this process, which is the only one that has it.</summary>
    public static async Task PrepareAsync(ConsoleDatabase database, CancellationToken cancellationToken)
    {
        await database.Database.ExecuteSqlRawAsync(WriteAheadLog, cancellationToken);
        await database.Database.ExecuteSqlRawAsync(Unlock, cancellationToken);
    }
}
