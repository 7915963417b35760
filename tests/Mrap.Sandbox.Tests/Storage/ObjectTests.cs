using System.Collections.Immutable;
using System.Text;
using Mrap.Sandbox.Storage.Listings;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Tests.Storage;

public sealed class ObjectTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64 * 1024)]
    [InlineData((64 * 1024) + 1)]
    [InlineData(3_000_000)]
    public async Task Body_OfAnySize_ComesBackWholeAlsoAfterReopening(int size)
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();
        var body = StorageFixture.Bytes(size);

        var written = await fixture.PutAsync("a/key", body);

        written.Size.ShouldBe(size);
        written.ETag.ShouldBe(StorageFixture.ETagOf(body));
        written.VersionId.ShouldBe("null");
        (await fixture.ReadAsync("a/key")).ShouldBe(body);
        fixture.CountFiles("objects").ShouldBe(size > 64 * 1024 ? 1 : 0);
        fixture.CountFiles("staging").ShouldBe(0);
        await fixture.ReopenAsync();
        (await fixture.ReadAsync("a/key")).ShouldBe(body);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(500_000)]
    public async Task Range_OfABody_IsThatSlice(int size)
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();
        var body = StorageFixture.Bytes(size);
        var version = await fixture.PutAsync("key", body);

        (await fixture.ReadAsync(version, 0, 1)).ShouldBe(body[..1]);
        (await fixture.ReadAsync(version, size - 1, 1)).ShouldBe(body[^1..]);
        (await fixture.ReadAsync(version, 100, size - 200)).ShouldBe(body[100..^100]);
        (await fixture.ReadAsync(version, size, 0)).ShouldBeEmpty();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => fixture.ReadAsync(version, 1, size));
    }

    [Fact]
    public async Task Attributes_OfAnObject_ComeBackAsTheyWere()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();
        var attributes = new ObjectAttributes
        {
            Owner = StorageFixture.Account,
            Headers = ImmutableSortedDictionary<string, string>.Empty.Add("content-type", "text/plain; charset=\"é\""),
            Metadata = ImmutableSortedDictionary<string, string>.Empty.Add("colour", "grün").Add("empty", string.Empty),
            Tags = ImmutableSortedDictionary<string, string>.Empty.Add("team", "a+b"),
        };

        await fixture.TryPutAsync("key", [1], attributes: attributes);
        await fixture.ReopenAsync();
        var found = fixture.Store.FindObject(StorageFixture.Bucket, "key", null).ShouldNotBeNull();

        found.Attributes.Owner.ShouldBe(StorageFixture.Account);
        found.Attributes.Headers.ShouldBe(attributes.Headers);
        found.Attributes.Metadata.ShouldBe(attributes.Metadata);
        found.Attributes.Tags.ShouldBe(attributes.Tags);
        found.LastModified.ShouldBe(fixture.Clock.GetUtcNow());
        found.IsLatest.ShouldBeTrue();
    }

    [Theory]
    [InlineData("nul\0inside")]
    [InlineData("../../etc/passwd")]
    [InlineData("/")]
    [InlineData(".")]
    [InlineData("a//b")]
    [InlineData("日本語/🚀")]
    [InlineData("'; DROP TABLE versions; --")]
    public async Task Key_WithOddBytes_IsAKeyLikeAnyOther(string key)
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();

        await fixture.PutAsync(key, StorageFixture.Bytes(100_000));

        (await fixture.ReadAsync(key)).ShouldBe(StorageFixture.Bytes(100_000));
        fixture.Keys(new ListQuery(string.Empty, null, null, null, 10)).ShouldBe([key]);
        await fixture.DeleteAsync(key);
        fixture.Store.FindObject(StorageFixture.Bucket, key, null).ShouldBeNull();
    }

    [Fact]
    public async Task Overwrite_OfAnUnversionedObject_RemovesTheOldBytesAfterTheGrace()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync();
        var old = await fixture.PutAsync("key", StorageFixture.Bytes(100_000, seed: 1));

        await fixture.PutAsync("key", StorageFixture.Bytes(200_000, seed: 2));

        (await fixture.ReadAsync("key")).ShouldBe(StorageFixture.Bytes(200_000, seed: 2));
        (await fixture.ReadAsync(old, 0, old.Size)).ShouldBe(StorageFixture.Bytes(100_000, seed: 1));
        await store.SweepAsync(TimeSpan.Zero, Cancellation);
        fixture.CountFiles("objects").ShouldBe(1);
        (await fixture.ReadAsync("key")).ShouldBe(StorageFixture.Bytes(200_000, seed: 2));
    }

    [Fact]
    public async Task Reader_OfADeletedVersion_ReadsToItsEnd()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync();
        var version = await fixture.PutAsync("key", StorageFixture.Bytes(300_000));
        var start = new byte[10];

        await using (var reader = store.OpenRead(version, 0, version.Size))
        {
            await reader.ReadExactlyAsync(start, Cancellation);
            await fixture.DeleteAsync("key");
            await store.SweepAsync(TimeSpan.Zero, Cancellation);
            var rest = new MemoryStream();
            await reader.CopyToAsync(rest, Cancellation);

            start.Concat(rest.ToArray()).ShouldBe(StorageFixture.Bytes(300_000));
        }

        await store.SweepAsync(TimeSpan.Zero, Cancellation);
        fixture.CountFiles("objects").ShouldBe(0);
    }

    [Fact]
    public async Task Put_IntoABucketThatIsNotThere_SaysSo()
    {
        await using var fixture = new StorageFixture();

        (await fixture.TryPutAsync("key", [1])).ShouldBeOfType<PutOutcome.NoSuchBucket>();
        (
            await fixture.Store.DeleteObjectAsync(
                StorageFixture.Bucket, "key", null, WriteCondition.None, Cancellation)).ShouldBeOfType<DeleteOutcome.NoSuchBucket>();
        fixture.Store.FindObject(StorageFixture.Bucket, "key", null).ShouldBeNull();
        fixture.Store.ListObjects(StorageFixture.Bucket, new ListQuery(string.Empty, null, null, null, 10)).Versions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_AfterWrite_SeesTheWriteInspiteOfTheCache()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync();
        for (var i = 0; i < 200; i++)
        {
            await fixture.PutAsync("key", $"body {i}");
            Encoding.UTF8.GetString((await fixture.ReadAsync("key"))!).ShouldBe($"body {i}");
            store.FindObject(StorageFixture.Bucket, "key", null).ShouldBeSameAs(store.FindObject(StorageFixture.Bucket, "key", null));
        }

        await store.SetTagsAsync(
            StorageFixture.Bucket, "key", null, ImmutableSortedDictionary<string, string>.Empty.Add("a", "b"), Cancellation);
        store.FindObject(StorageFixture.Bucket, "key", null)!.Attributes.Tags["a"].ShouldBe("b");
        await fixture.DeleteAsync("key");
        store.FindObject(StorageFixture.Bucket, "key", null).ShouldBeNull();
    }
}
