using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Listings;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Tests.Storage;

public sealed class CrashTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Directory_AsItIsInTheMiddleOfWrites_HoldsEveryAcknowledgedObjectWhole()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();
        var acknowledged = new ConcurrentDictionary<string, int>();
        using var stop = new CancellationTokenSource();
        var half = new TaskCompletionSource();
        var writers = Enumerable.Range(0, 6).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; !stop.IsCancellationRequested; i++)
                {
                    var seed = (writer * 100_000) + i;
                    await fixture.PutAsync($"{writer}/{i}", StorageFixture.Bytes(Size(seed), seed));
                    acknowledged[$"{writer}/{i}"] = seed;
                    if (acknowledged.Count == 60)
                    {
                        half.TrySetResult();
                    }
                }
            },
            Cancellation)).ToList();
        await half.Task.WaitAsync(Cancellation);

        var safe = acknowledged.ToArray();
        var copy = Path.Combine(fixture.Root, "copy");
        CopyAsAKillLeavesIt(fixture.RegionFolder, Path.Combine(copy, "regions", StorageFixture.Ireland.Value));
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        await using var survivors =
            new RegionStores(new StorageOptions(copy, Durability.Process), fixture.Clock, NullLoggerFactory.Instance);
        var store = survivors.Get(StorageFixture.Ireland);
        var page = store.ListObjects(StorageFixture.Bucket, new ListQuery(string.Empty, null, null, null, 1000));
        page.Versions.Select(version => version.Key).Intersect(safe.Select(entry => entry.Key)).Count().ShouldBe(safe.Length);
        foreach (var version in page.Versions)
        {
            var body = new MemoryStream();
            await store.CopyToAsync(version, 0, version.Size, body, Cancellation);
            StorageFixture.ETagOf(body.ToArray()).ShouldBe(version.ETag);
        }

        Directory.EnumerateFiles(Path.Combine(copy, "regions", StorageFixture.Ireland.Value, "staging")).ShouldBeEmpty();
    }

    private static int Size(int seed) => seed % 3 == 0 ? 100_000 : 2_000;

    /// <summary>
    /// A kill stops everything at one instant; a copy takes a while. Copied in this order it holds what an instant could: the log after the
    /// database,
    /// files on their way after the log that names them, settled files last.
    /// </summary>
    private static void CopyAsAKillLeavesIt(string from, string to)
    {
        Directory.CreateDirectory(to);
        File.Copy(Path.Combine(from, "metadata.db"), Path.Combine(to, "metadata.db"));
        File.Copy(Path.Combine(from, "metadata.db-wal"), Path.Combine(to, "metadata.db-wal"));
        foreach (var folder in new[] { "staging", "objects" })
        {
            Directory.CreateDirectory(Path.Combine(to, folder));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(from, folder), "*", SearchOption.AllDirectories).ToList())
            {
                var target = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                try
                {
                    File.Copy(file, target);
                }
                catch (FileNotFoundException)
                {
                    // it moved to objects, which is copied after staging
                }
            }
        }
    }
}
