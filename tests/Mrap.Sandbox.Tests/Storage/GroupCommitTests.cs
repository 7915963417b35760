using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Listings;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Tests.Storage;

public sealed class GroupCommitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FailedChange_AmongOthers_UndoesOnlyItself()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();
        var writes = Enumerable.Range(0, 60).Select(i => i % 3 == 0
            ? Task.Run(() => PutWithoutBytesAsync(fixture.Store, $"failed-{i}"), Cancellation)
            : Task.Run(() => fixture.PutAsync($"{i:d2}", StorageFixture.Bytes(i * 3000, seed: i)) as Task, Cancellation));
        await Task.WhenAll(writes);

        await fixture.ReopenAsync();
        foreach (var i in Enumerable.Range(0, 60).Where(i => i % 3 != 0))
        {
            (await fixture.ReadAsync($"{i:d2}")).ShouldBe(StorageFixture.Bytes(i * 3000, seed: i));
        }

        fixture.Keys(new ListQuery(string.Empty, null, null, null, 100)).Length.ShouldBe(40);
    }

    [Fact]
    public async Task Readers_WhileOneKeyIsOverwritten_NeverGoBackInTime()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();
        await fixture.PutAsync("key", BitConverter.GetBytes(0));
        using var stop = new CancellationTokenSource();

        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(
            async () =>
            {
                var seen = 0;
                while (!stop.IsCancellationRequested)
                {
                    var value = BitConverter.ToInt32((await fixture.ReadAsync("key"))!);
                    value.ShouldBeGreaterThanOrEqualTo(seen);
                    seen = value;
                    await Task.Yield();
                }

                return BitConverter.ToInt32((await fixture.ReadAsync("key"))!);
            },
            Cancellation)).ToList();
        for (var i = 1; i <= 400; i++)
        {
            await fixture.PutAsync("key", BitConverter.GetBytes(i));
        }

        BitConverter.ToInt32((await fixture.ReadAsync("key"))!).ShouldBe(400);
        await stop.CancelAsync();
        (await Task.WhenAll(readers)).ShouldAllBe(last => last == 400);
    }

    private static async Task PutWithoutBytesAsync(RegionStore store, string key)
    {
        var body = await store.StageAsync(new MemoryStream([1, 2, 3]), [], expectedLength: 3, Cancellation);
        await body.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(
            () => store.PutObjectAsync(StorageFixture.Bucket, key, body, StorageFixture.Attributes, WriteCondition.None, Cancellation));
    }
}
