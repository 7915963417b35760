using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Reading;

/// <content>Buckets as wholes.</content>
internal sealed partial class ReadSession
{
    /// <summary>How many versions and delete markers a bucket has, and their bytes.</summary>
    public (long Count, long Bytes) Measure(long bucket)
    {
        using var statement = _database.Prepare("SELECT count(*), coalesce(sum(size), 0) FROM versions WHERE bucket = ?1");
        statement.Bind(1, bucket);
        return statement.Step() ? (statement.Int64(0), statement.Int64(1)) : default;
    }

    /// <summary>All buckets with the numbers of their rows.</summary>
    public ImmutableArray<BucketRow> LoadBuckets()
    {
        using var statement = _database.Prepare("SELECT id, name, owner, created, versioning FROM buckets");
        var buckets = ImmutableArray.CreateBuilder<BucketRow>();
        while (statement.Step())
        {
            var record = new BucketRecord(
                BucketName.Parse(statement.Text(1)).Value,
                AccountId.Parse(statement.Text(2)).Value,
                DateTimeOffset.FromUnixTimeMilliseconds(statement.Int64(3)),
                (VersioningState)statement.Int64(4));
            buckets.Add(new BucketRow(statement.Int64(0), record));
        }

        return buckets.ToImmutable();
    }

    /// <summary>All sub-resources of all buckets: number of the bucket, kind, document.</summary>
    public ImmutableArray<(long Bucket, string Kind, string Document)> LoadConfigurations()
    {
        using var statement = _database.Prepare("SELECT bucket, kind, document FROM configurations");
        var configurations = ImmutableArray.CreateBuilder<(long Bucket, string Kind, string Document)>();
        while (statement.Step())
        {
            configurations.Add((statement.Int64(0), statement.Text(1), statement.Text(2)));
        }

        return configurations.ToImmutable();
    }
}
