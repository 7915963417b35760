using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Mrap.Web.Configuration;
using Mrap.Web.Data;
using Mrap.Web.Data.Startup;

namespace Mrap.Web.Tests.Data;

/// <summary>The console's database in a folder of its own.</summary>
internal sealed class StateFixture : IDbContextFactory<ConsoleDatabase>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mrap-state-");

    public StateFixture() =>
        Settings = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create(DataDirectory.Setting, (string?)_folder.FullName)])
            .Build();

    public IConfiguration Settings { get; }

    public static async Task<StateFixture> StartAsync()
    {
        var fixture = new StateFixture();
        await new StateStart(fixture, fixture.Settings).StartAsync(TestContext.Current.CancellationToken);
        return fixture;
    }

    // without a pool no file stays open
    public ConsoleDatabase CreateDbContext() =>
        new(new DbContextOptionsBuilder<ConsoleDatabase>().UseSqlite($"Data Source={StateStart.PathOf(Settings)};Pooling=False").Options);

    // a container that knows it under two names disposes it twice
    public void Dispose()
    {
        if (Directory.Exists(_folder.FullName))
        {
            _folder.Delete(recursive: true);
        }
    }
}
