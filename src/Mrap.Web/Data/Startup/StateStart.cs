using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Mrap.Web.Configuration;

namespace Mrap.Web.Data.Startup;

/// <summary>Brings the database of the console to this version's form before the first page is served.</summary>
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
            await new ConsoleFile(database, path).MigrateAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DbException)
        {
            throw new SettingException(
                $"{DataDirectory.Setting}: the database `{path}` cannot be opened ({fault.Message.TrimEnd('.')}).", fault);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
