using Microsoft.Data.Sqlite;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.Hosting;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Storage.Sqlite;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Storage;

public sealed class SqliteFileTests : IDisposable
{
    private const string First = "CREATE TABLE things(name TEXT PRIMARY KEY) STRICT;";
    private const string Second = "ALTER TABLE things ADD COLUMN size INTEGER NOT NULL DEFAULT 7;";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mrap-sqlite-");

    private string Place => Path.Combine(_directory.FullName, "some.db");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void File_OfAnOlderVersion_IsTakenThroughTheStepsItLacks()
    {
        using (var old = SqliteFile.Open(Place, Durability.Process, First))
        {
            old.Run("INSERT INTO things VALUES($0)", "kept");
        }

        using var file = SqliteFile.Open(Place, Durability.Process, First, Second);

        file.Read("SELECT name, size FROM things", row => (row.GetString(0), row.GetInt64(1))).ShouldBe([("kept", 7)]);
        file.Read("PRAGMA user_version", row => row.GetInt64(0)).ShouldBe([2]);
    }

    [Fact]
    public void Step_ThatFails_LeavesTheFileAsItWas()
    {
        SqliteFile.Open(Place, Durability.Process, First).Dispose();

        Should.Throw<SandboxStartException>(() => SqliteFile.Open(Place, Durability.Process, First, Second + "CREATE nonsense;"));

        using var file = SqliteFile.Open(Place, Durability.Process, First);
        file.Read("SELECT COUNT(*) FROM pragma_table_info('things')", row => row.GetInt64(0)).ShouldBe([1]);
    }

    [Fact]
    public void Changes_OfWhichOneFails_AreAllTakenBack()
    {
        using var file = SqliteFile.Open(Place, Durability.Process, First);

        Should.Throw<SqliteException>(() => file.Transact(() =>
        {
            file.Run("INSERT INTO things VALUES('a')");
            file.Run("INSERT INTO things VALUES('a')");
        }));

        file.Read("SELECT name FROM things", row => row.GetString(0)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("control.db")]
    [InlineData("identity.db")]
    [InlineData("regions/eu-west-1/metadata.db")]
    public async Task Sandbox_OnAFileOfANewerVersion_RefusesItAndLeavesItAlone(string name)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        await new SandboxClient(sandbox).CreateBucketAsync("kept", "eu-west-1");
        await sandbox.Host.StopAsync();
        await sandbox.Host.DisposeAsync();
        var path = Path.Combine(sandbox.Options.DataDirectory, name);
        var own = Execute(path, "PRAGMA user_version;");
        Execute(path, "PRAGMA user_version = 99;");

        var fault = await Should.ThrowAsync<SandboxStartException>(() => SandboxHost.CreateAsync(sandbox.Options));

        fault.Message.ShouldBe($"Sandbox:DataDirectory: `{path}` was made by a newer version of the sandbox.");
        Execute(path, "PRAGMA user_version;").ShouldBe(99L);
        Execute(path, $"PRAGMA user_version = {own};");
        await sandbox.RestartAsync();
    }

    [Fact]
    public void File_ThatSomethingElseMade_IsRefusedAndNotStamped()
    {
        Execute(Path.Combine(_directory.FullName, "control.db"), "CREATE TABLE notes(text TEXT);");
        Execute(Path.Combine(_directory.FullName, "identity.db"), "CREATE TABLE notes(text TEXT);");

        Should.Throw<SandboxStartException>(() => ControlDatabase.Open(_directory.FullName, Durability.Process))
            .Message.ShouldContain("is not the sandbox's: something else made `notes` in it.");
        Should.Throw<SandboxStartException>(() => IdentityDatabase.Open(_directory.FullName, Durability.Process));
        Execute(Path.Combine(_directory.FullName, "control.db"), "PRAGMA user_version;").ShouldBe(0L);
    }

    [Theory]
    [InlineData("CREATE TABLE notes(text TEXT);", "is not the sandbox's: something else made `notes` in it.")]
    [InlineData(null, "cannot be opened (SQLite error 26")]
    public async Task Region_WhoseFileIsNoRegions_IsRefusedWithASentenceAndLeftAlone(string? statement, string sentence)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        await sandbox.Host.StopAsync();
        await sandbox.Host.DisposeAsync();
        var folder = Directory.CreateDirectory(Path.Combine(sandbox.Options.DataDirectory, "regions", "eu-west-1"));
        var path = Path.Combine(folder.FullName, "metadata.db");
        if (statement is null)
        {
            await File.WriteAllTextAsync(path, new string('x', 5000), TestContext.Current.CancellationToken);
        }
        else
        {
            Execute(path, statement);
        }

        var before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        var fault = await Should.ThrowAsync<SandboxStartException>(() => SandboxHost.CreateAsync(sandbox.Options));

        fault.Message.ShouldStartWith($"Sandbox:DataDirectory: `{path}` {sentence}");
        (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)).ShouldBe(before);
        folder.Delete(recursive: true);
        await sandbox.RestartAsync();
    }

    private static object? Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a constant of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
