using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mrap.Web.Data.Startup;

/// <summary>Files of the first console, made before there were migrations: one table, no history, and 1 as the file's number.</summary>
internal static class FirstForm
{
    /// <summary>The number of such a file.</summary>
    public const int UserVersion = 1;

    private const string Table = "TestCases";

    private static readonly ImmutableArray<string> s_columns =
        ["AccessPoint", "ChangedAt", "ChangedBy", "Id", "Line", "Name", "Position"];

    /// <summary>Whether a file without a history of migrations is one.</summary>
    public static async Task<bool> IsAsync(ConsoleDatabase database, ImmutableArray<string> tables, CancellationToken cancellationToken)
    {
        if (tables is not [Table])
        {
            return false;
        }

        var columns = await SqliteCatalog.ColumnsAsync(database, Table, cancellationToken);
        return columns.Order(StringComparer.Ordinal).SequenceEqual(s_columns);
    }

    /// <summary>Notes in the file that its tables are those of the first migration.</summary>
    public static async Task AdoptAsync(ConsoleDatabase database, CancellationToken cancellationToken)
    {
        var history = database.GetService<IHistoryRepository>();
        var row = new HistoryRow(database.Database.GetMigrations().First(), ProductInfo.GetVersion());
        var script = history.GetCreateIfNotExistsScript() + history.GetInsertScript(row);
        await database.Database.ExecuteSqlRawAsync(script, cancellationToken);
    }
}
