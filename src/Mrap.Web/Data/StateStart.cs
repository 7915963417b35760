using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Mrap.Web.Configuration;

namespace Mrap.Web.Data;

/// <summary>Makes the database of the console before the first page is served, and refuses one that a newer version has made.</summary>
public sealed class StateStart(IDbContextFactory<ConsoleDatabase> databases, IConfiguration configuration) : IHostedService
{
    /// <summary>Where the database stands.</summary>
    public static string PathOf(IConfiguration configuration) => Path.Combine(DataDirectory.Of(configuration), "console", "console.db");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var path = PathOf(configuration);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await database.Database.EnsureCreatedAsync(cancellationToken);
            var version = await database.Database.SqlQueryRaw<int>("SELECT user_version AS Value FROM "
                + "pragma_user_version").SingleAsync(cancellationToken);
            if (version > ConsoleDatabase.Version)
            {
                throw new SettingException($"{DataDirectory.Setting}: `{path}` was made by a newer version of the console.");
            }

            await database.Database.ExecuteSqlRawAsync($"PRAGMA user_version = {ConsoleDatabase.Version}", cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DbException)
        {
            throw new SettingException(
                $"{DataDirectory.Setting}: the database `{path}` cannot be opened ({fault.Message.TrimEnd('.')}).", fault);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
