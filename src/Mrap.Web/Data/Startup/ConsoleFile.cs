using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Mrap.Web.Configuration;

namespace Mrap.Web.Data.Startup;

/// <summary>The file of the console's database: made, migrated forward, or refused with a sentence that names it.</summary>
internal sealed class ConsoleFile(ConsoleDatabase database, string path)
{
    /// <summary>Brings the file to the form that this version reads and writes; what it refuses stays as it is.</summary>
    /// <exception cref="SettingException">A newer version made the file, or another program, or it is damaged.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var applied = (await database.Database.GetAppliedMigrationsAsync(cancellationToken)).ToImmutableArray();
        var tables = await SqliteCatalog.TablesAsync(database, cancellationToken);
        var isNewer = await SqliteCatalog.UserVersionAsync(database, cancellationToken) > FirstForm.UserVersion
            || applied.Except(database.Database.GetMigrations()).Any();
        if (isNewer)
        {
            throw Refused("was made by a newer version of the console; start that version, or name another directory");
        }

        var isFirstForm = applied.IsEmpty && await FirstForm.IsAsync(database, tables, cancellationToken);
        if (applied.IsEmpty && !tables.IsEmpty && !isFirstForm)
        {
            throw Refused($"is no database of the console: it holds the table `{tables.Order(StringComparer.Ordinal).First()}`");
        }

        await SqliteCatalog.PrepareAsync(database, cancellationToken);
        if (isFirstForm)
        {
            await FirstForm.AdoptAsync(database, cancellationToken);
        }

        await database.Database.MigrateAsync(cancellationToken);
        await ThrowIfIncompleteAsync(cancellationToken);
    }

    private async Task ThrowIfIncompleteAsync(CancellationToken cancellationToken)
    {
        var tables = await SqliteCatalog.TablesAsync(database, cancellationToken);
        var missing = database.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Except(tables).FirstOrDefault();
        if (missing is not null)
        {
            throw Refused($"is damaged: its table `{missing}` is gone");
        }
    }

    private SettingException Refused(string why) => new($"{DataDirectory.Setting}: `{path}` {why}.");
}
