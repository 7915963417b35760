using System.Collections.Immutable;
using System.Text;
using Mrap.Sandbox.Storage.Listings;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Tests.Storage;

public sealed class VersioningTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task VersionIds_OfWritesInTurn_Have32CharactersAndSortNewestFirst()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync(VersioningState.Enabled);

        var ids = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            ids.Add((await fixture.PutAsync("key", $"{i}")).VersionId);
        }

        ids.ShouldAllBe(id => id.Length == 32);
        ids.OrderDescending(StringComparer.Ordinal).ShouldBe(ids);
        Versions(fixture).Select(version => version.VersionId).ShouldBe(ids.AsEnumerable().Reverse());
        Versions(fixture).Count(version => version.IsLatest).ShouldBe(1);
    }

    [Fact]
    public async Task Delete_InAnEnabledBucket_HidesTheKeyBehindAMarker()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync(VersioningState.Enabled);
        var first = await fixture.PutAsync("key", "first");

        var deleted = await fixture.DeleteAsync("key");

        deleted.IsDeleteMarker.ShouldBeTrue();
        var newest = store.FindObject(StorageFixture.Bucket, "key", null).ShouldNotBeNull();
        newest.IsDeleteMarker.ShouldBeTrue();
        newest.VersionId.ShouldBe(deleted.VersionId);
        fixture.Keys(new ListQuery(string.Empty, null, null, null, 10)).ShouldBeEmpty();
        Text(await fixture.ReadAsync("key", first.VersionId)).ShouldBe("first");

        (await fixture.DeleteAsync("key", deleted.VersionId)).ShouldBe(new DeleteOutcome.Deleted(deleted.VersionId, IsDeleteMarker: true));
        Text(await fixture.ReadAsync("key")).ShouldBe("first");
        fixture.Keys(new ListQuery(string.Empty, null, null, null, 10)).ShouldBe(["key"]);
    }

    [Fact]
    public async Task Delete_OfTheNewestVersion_BringsBackTheOneBefore()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync(VersioningState.Enabled);
        var first = await fixture.PutAsync("key", "first");
        var second = await fixture.PutAsync("key", "second");
        Text(await fixture.ReadAsync("key")).ShouldBe("second");

        await fixture.DeleteAsync("key", second.VersionId);

        Text(await fixture.ReadAsync("key")).ShouldBe("first");
        Versions(fixture).ShouldHaveSingleItem().IsLatest.ShouldBeTrue();
        await fixture.DeleteAsync("key", first.VersionId);
        Versions(fixture).ShouldBeEmpty();
        (await fixture.DeleteAsync("key", "no-such-version")).ShouldBe(new DeleteOutcome.Deleted("no-such-version", IsDeleteMarker: false));
    }

    [Fact]
    public async Task Put_InASuspendedBucket_ReplacesOnlyTheNullVersion()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync();
        await fixture.PutAsync("key", "before versioning");
        await store.SetVersioningAsync(StorageFixture.Bucket, VersioningState.Enabled, Cancellation);
        var kept = await fixture.PutAsync("key", "kept");
        Text(await fixture.ReadAsync("key", "null")).ShouldBe("before versioning");
        await store.SetVersioningAsync(StorageFixture.Bucket, VersioningState.Suspended, Cancellation);

        await fixture.PutAsync("key", "suspended 1");
        await fixture.PutAsync("key", "suspended 2");

        Versions(fixture).Select(version => version.VersionId).ShouldBe(["null", kept.VersionId]);
        Text(await fixture.ReadAsync("key")).ShouldBe("suspended 2");
        Text(await fixture.ReadAsync("key", kept.VersionId)).ShouldBe("kept");
        (await fixture.DeleteAsync("key")).ShouldBe(new DeleteOutcome.Deleted("null", IsDeleteMarker: true));
        Versions(fixture)
            .Select(version => (version.VersionId, version.IsDeleteMarker))
            .ShouldBe([("null", true), (kept.VersionId, false)]);
    }

    [Fact]
    public async Task NullVersion_NotTheNewest_IsReplacedByASuspendedWrite()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync();
        await fixture.PutAsync("key", StorageFixture.Bytes(100_000));
        await store.SetVersioningAsync(StorageFixture.Bucket, VersioningState.Enabled, Cancellation);
        await fixture.PutAsync("key", "middle");
        await store.SetVersioningAsync(StorageFixture.Bucket, VersioningState.Suspended, Cancellation);

        await fixture.PutAsync("key", "new null");
        await store.SweepAsync(TimeSpan.Zero, Cancellation);

        Versions(fixture).Length.ShouldBe(2);
        fixture.CountFiles("objects").ShouldBe(0);
        await fixture.ReopenAsync();
        Text(await fixture.ReadAsync("key")).ShouldBe("new null");
        fixture.Store.FindBucket(StorageFixture.Bucket)!.Versioning.ShouldBe(VersioningState.Suspended);
    }

    [Fact]
    public async Task Tags_OfAVersion_AreReplacedAloneAndNotOnAMarker()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync(VersioningState.Enabled);
        var first = await fixture.PutAsync("key", "first");
        await fixture.PutAsync("key", "second");
        var tags = ImmutableSortedDictionary<string, string>.Empty.Add("a", "1");

        (await store.SetTagsAsync(StorageFixture.Bucket, "key", first.VersionId, tags, Cancellation)).ShouldBeTrue();

        store.FindObject(StorageFixture.Bucket, "key", first.VersionId)!.Attributes.Tags.ShouldBe(tags);
        store.FindObject(StorageFixture.Bucket, "key", null)!.Attributes.Tags.ShouldBeEmpty();
        await fixture.DeleteAsync("key");
        (await store.SetTagsAsync(StorageFixture.Bucket, "key", null, tags, Cancellation)).ShouldBeFalse();
        (await store.SetTagsAsync(StorageFixture.Bucket, "other", null, tags, Cancellation)).ShouldBeFalse();
    }

    private static string? Text(byte[]? bytes) => bytes is null ? null : Encoding.UTF8.GetString(bytes);

    private static ImmutableArray<ObjectVersion> Versions(StorageFixture fixture) =>
        fixture.Store.ListVersions(StorageFixture.Bucket, new ListQuery(string.Empty, null, null, null, 1000)).Versions;
}
