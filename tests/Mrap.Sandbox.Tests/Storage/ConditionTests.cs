using System.Globalization;
using System.Text;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Tests.Storage;

public sealed class ConditionTests
{
    private static readonly WriteCondition s_none = new(null, IfNoneMatch: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IfNoneMatch_OfManyCreatorsAtOnce_LetsExactlyOneThrough()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync(VersioningState.Enabled);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 32).Select(
                i => Task.Run(() => fixture.TryPutAsync("key", Encoding.UTF8.GetBytes($"{i}"), s_none), Cancellation)));

        var written = outcomes.OfType<PutOutcome.Written>().ShouldHaveSingleItem();
        outcomes.OfType<PutOutcome.PreconditionFailed>().Count().ShouldBe(31);
        fixture.Store.FindObject(StorageFixture.Bucket, "key", null)!.ETag.ShouldBe(written.Version.ETag);
    }

    [Fact]
    public async Task IfMatch_OfManyWritersAtOnce_LosesNoIncrement()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();
        await fixture.PutAsync("counter", "0");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => IncrementAsync(fixture, times: 10), Cancellation)));

        Encoding.UTF8.GetString((await fixture.ReadAsync("counter"))!).ShouldBe("80");
    }

    [Fact]
    public async Task IfMatch_OnWhatIsThere_DependsOnItsETag()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync(VersioningState.Enabled);

        (await fixture.TryPutAsync("key", [1], new WriteCondition("*", IfNoneMatch: false))).ShouldBeOfType<PutOutcome.NoSuchKey>();
        var first = await fixture.PutAsync("key", "first");
        (
            await fixture.TryPutAsync(
                "key", [1], new WriteCondition("0123", IfNoneMatch: false))).ShouldBeOfType<PutOutcome.PreconditionFailed>();
        (await fixture.TryPutAsync("key", [1], s_none)).ShouldBeOfType<PutOutcome.PreconditionFailed>();
        (await fixture.TryPutAsync("key", [1], new WriteCondition(first.ETag, IfNoneMatch: false))).ShouldBeOfType<PutOutcome.Written>();
        await fixture.DeleteAsync("key");
        (await fixture.TryPutAsync("key", [1], new WriteCondition(first.ETag, IfNoneMatch: false))).ShouldBeOfType<PutOutcome.NoSuchKey>();
        (await fixture.TryPutAsync("key", [2], s_none)).ShouldBeOfType<PutOutcome.Written>();
    }

    [Fact]
    public async Task Delete_WithIfMatch_TakesOnlyThatObject()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync();
        var version = await fixture.PutAsync("key", "body");

        (
            await store.DeleteObjectAsync(
                StorageFixture.Bucket, "key", null, new WriteCondition("0123", IfNoneMatch: false),
                Cancellation)).ShouldBeOfType<DeleteOutcome.PreconditionFailed>();
        (
            await store.DeleteObjectAsync(
                StorageFixture.Bucket, "other", null, new WriteCondition("*", IfNoneMatch: false),
                Cancellation)).ShouldBeOfType<DeleteOutcome.PreconditionFailed>();
        (
            await store.DeleteObjectAsync(
                StorageFixture.Bucket, "other", null, new WriteCondition("0123", IfNoneMatch: false),
                Cancellation)).ShouldBeOfType<DeleteOutcome.Deleted>();
        (
            await store.DeleteObjectAsync(
                StorageFixture.Bucket, "key", null, new WriteCondition(version.ETag, IfNoneMatch: false),
                Cancellation)).ShouldBeOfType<DeleteOutcome.Deleted>();
        store.FindObject(StorageFixture.Bucket, "key", null).ShouldBeNull();
    }

    private static async Task IncrementAsync(StorageFixture fixture, int times)
    {
        while (times > 0)
        {
            var version = fixture.Store.FindObject(StorageFixture.Bucket, "counter", null)!;
            var value = int.Parse(Encoding.UTF8.GetString(await fixture.ReadAsync(version, 0, version.Size)), CultureInfo.InvariantCulture);
            var outcome = await fixture.TryPutAsync(
                "counter", Encoding.UTF8.GetBytes($"{value + 1}"), new WriteCondition(version.ETag, IfNoneMatch: false));
            if (outcome is PutOutcome.Written)
            {
                times--;
            }
        }
    }
}
