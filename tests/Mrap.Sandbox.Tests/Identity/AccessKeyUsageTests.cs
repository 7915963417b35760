using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Identity;

namespace Mrap.Sandbox.Tests.Identity;

public sealed class AccessKeyUsageTests : IDisposable
{
    private const string Key = "AKIAIOSFODNN7EXAMPLE";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mrap-keys-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly IdentityDatabase _database;
    private readonly AccessKeyUsage _usage;

    public AccessKeyUsageTests()
    {
        _database = IdentityDatabase.Open(_folder.FullName, Durability.Process);
        _usage = new AccessKeyUsage(_database, _clock, NullLogger<AccessKeyUsage>.Instance);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Use_InAnotherRegionWithinTheMinute_IsNotWritten()
    {
        _usage.Record(Key, "s3", "us-east-1");
        _clock.Advance(TimeSpan.FromSeconds(59));
        _usage.Record(Key, "s3", "eu-west-1");
        _usage.Record(Key, "sts", "us-east-1");

        Written().Region.ShouldBe("us-east-1");
    }

    [Fact]
    public void Use_AfterTheMinute_IsWritten()
    {
        _usage.Record(Key, "s3", "us-east-1");
        _clock.Advance(TimeSpan.FromMinutes(1));

        _usage.Record(Key, "s3", "eu-west-1");

        Written().ShouldBe(new AccessKeyLastUsed(_clock.GetUtcNow(), "s3", "eu-west-1"));
    }

    [Fact]
    public void Use_ThatCannotBeWritten_IsKnownAndFailsNobody()
    {
        using (var other = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "identity.db")};Pooling=false"))
        {
            other.Open();
            using var command = new SqliteCommand("DROP TABLE key_uses", other);
            command.ExecuteNonQuery();
        }

        _usage.Record(Key, "s3", "us-east-1");

        _usage.Find(Key)!.Region.ShouldBe("us-east-1");
    }

    private AccessKeyLastUsed Written() => _database.AccessKeyUsage().ShouldHaveSingleItem().Value;
}
