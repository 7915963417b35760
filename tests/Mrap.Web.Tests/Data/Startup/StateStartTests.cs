using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Mrap.Web.Configuration;
using Mrap.Web.Data.Startup;
using Mrap.Web.Data.TestCases;

namespace Mrap.Web.Tests.Data.Startup;

/// <summary>What becomes of the file of the console's database at the start.</summary>
public sealed class StateStartTests
{
    private const string Arn = "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Model_HasNoChangeWithoutAMigration()
    {
        using var state = new StateFixture();
        using var database = state.CreateDbContext();

        database.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public async Task File_OfTheFirstConsole_IsMigratedForwardWithItsTestCases()
    {
        using var state = new StateFixture();
        var path = Place(state, "console-1.db");

        await StartAsync(state);
        await StartAsync(state);

        var saved = (await new TestCaseStore(state).ListAsync(Arn, Cancellation)).Value.ShouldHaveSingleItem();
        (saved.Test.Name, saved.Test.Passes()).ShouldBe(("alice may read", true));
        await using var database = state.CreateDbContext();
        (await database.Database.GetAppliedMigrationsAsync(Cancellation)).ShouldBe(database.Database.GetMigrations());
        (await HealthAsync(state)).ShouldBe(HealthStatus.Healthy);
        File.Exists(path).ShouldBeTrue();
    }

    [Fact]
    public async Task File_OfTheFirstMigration_IsMigratedForwardWithItsTestCases()
    {
        using var state = new StateFixture();
        Place(state, "console-1.db");
        await using (var before = state.CreateDbContext())
        {
            await FirstForm.AdoptAsync(before, Cancellation);
            (await before.Database.GetPendingMigrationsAsync(Cancellation)).ShouldNotBeEmpty();
        }

        (await HealthAsync(state)).ShouldBe(HealthStatus.Unhealthy);
        await StartAsync(state);

        (await HealthAsync(state)).ShouldBe(HealthStatus.Healthy);
        (await new TestCaseStore(state).ListAsync(Arn, Cancellation)).Value.ShouldHaveSingleItem();
        await using var after = state.CreateDbContext();
        (await after.Activity.AnyAsync(Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task File_OfAnotherProgram_IsRefusedAndLeftAsItWas()
    {
        using var state = new StateFixture();
        var path = Write(state, "CREATE TABLE Songs (Title TEXT)");
        var before = await File.ReadAllBytesAsync(path, Cancellation);

        var fault = await Should.ThrowAsync<SettingException>(() => StartAsync(state));

        fault.Message.ShouldBe($"Sandbox:DataDirectory: `{path}` is no database of the console: it holds the table `Songs`.");
        (await File.ReadAllBytesAsync(path, Cancellation)).ShouldBe(before);
    }

    [Fact]
    public async Task File_WithATableOfOurNameButOtherColumns_IsRefused()
    {
        using var state = new StateFixture();
        Write(state, "CREATE TABLE TestCases (Id TEXT PRIMARY KEY, Title TEXT)");

        (await Should.ThrowAsync<SettingException>(() => StartAsync(state))).Message.ShouldContain("is no database of the console");
    }

    [Fact]
    public async Task File_WithAMigrationOfTheFuture_IsRefusedByName()
    {
        using var state = await StateFixture.StartAsync();
        var path = Write(state, "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '12.0.0')");

        var fault = await Should.ThrowAsync<SettingException>(() => StartAsync(state));

        fault.Message.ShouldStartWith($"Sandbox:DataDirectory: `{path}` was made by a newer version of the console");
    }

    [Fact]
    public async Task File_WhoseTableIsGone_IsRefusedAndNotHealthy()
    {
        using var state = await StateFixture.StartAsync();
        Write(state, "DROP TABLE TestCases");

        (await HealthAsync(state)).ShouldBe(HealthStatus.Unhealthy);
        (await Should.ThrowAsync<SettingException>(() => StartAsync(state))).Message.ShouldContain("its table `TestCases` is gone");
    }

    [Fact]
    public async Task File_NotMigrated_IsNotHealthy()
    {
        using var state = new StateFixture();
        Place(state, "console-1.db");

        (await HealthAsync(state)).ShouldBe(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task LockOfAKilledMigration_DoesNotHoldTheStartUp()
    {
        using var state = new StateFixture();
        Place(state, "console-1.db");
        Write(
            state,
            "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL);"
            + "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-26 18:00:00+00:00')");

        await StartAsync(state).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Cancellation);

        (await HealthAsync(state)).ShouldBe(HealthStatus.Healthy);
    }

    private static Task StartAsync(StateFixture state) => new StateStart(state, state.Settings).StartAsync(Cancellation);

    private static async Task<HealthStatus> HealthAsync(StateFixture state) =>
        (await new StateHealth(state).CheckHealthAsync(new HealthCheckContext(), Cancellation)).Status;

    private static string Place(StateFixture state, string name)
    {
        var path = PathOf(state);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Databases", name), path);
        return path;
    }

    private static string Write(StateFixture state, string sql)
    {
        var path = PathOf(state);
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return path;
    }

    private static string PathOf(StateFixture state)
    {
        var path = StateStart.PathOf(state.Settings);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
