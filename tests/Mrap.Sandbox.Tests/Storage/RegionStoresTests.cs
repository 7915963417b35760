using Microsoft.Extensions.Logging.Abstractions;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Listings;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Tests.Storage;

public sealed class RegionStoresTests
{
    private static readonly AccountId s_other = AccountId.Parse("444455556666").Value;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bucket_CreatedInManyRegionsAtOnce_IsInExactlyOne()
    {
        await using var fixture = new StorageFixture();
        for (var round = 0; round < 10; round++)
        {
            var record = fixture.Record(BucketName.Parse($"bucket-{round}").Value);

            var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
                () => fixture.Stores.CreateBucketAsync(i % 2 == 0 ? StorageFixture.Ireland : StorageFixture.Virginia, record, Cancellation),
                Cancellation)));

            outcomes.Count(outcome => outcome == CreateBucketOutcome.Created).ShouldBe(1);
            outcomes.Count(outcome => outcome == CreateBucketOutcome.AlreadyOwnedByYou).ShouldBe(15);
            var inIreland = fixture.Stores.Get(StorageFixture.Ireland).FindBucket(record.Name) is not null;
            var inVirginia = fixture.Stores.Get(StorageFixture.Virginia).FindBucket(record.Name) is not null;
            (inIreland ^ inVirginia).ShouldBeTrue();
            fixture.Stores.FindBucket(record.Name)!.Region.ShouldBe(inIreland ? StorageFixture.Ireland : StorageFixture.Virginia);
        }
    }

    [Fact]
    public async Task Bucket_OfAnotherAccount_IsNotYours()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();

        var outcome =
            await fixture.Stores.CreateBucketAsync(StorageFixture.Virginia, fixture.Record() with { Owner = s_other }, Cancellation);

        outcome.ShouldBe(CreateBucketOutcome.AlreadyExists);
        fixture.Stores.ListBuckets(s_other).ShouldBeEmpty();
        fixture.Stores.ListBuckets(StorageFixture.Account).ShouldHaveSingleItem().Region.ShouldBe(StorageFixture.Ireland);
    }

    [Fact]
    public async Task Bucket_WithAVersionInIt_IsNotDeleted()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync(VersioningState.Enabled);
        var version = await fixture.PutAsync("key", "body");
        var marker = await fixture.DeleteAsync("key");

        (await fixture.Stores.DeleteBucketAsync(StorageFixture.Bucket, Cancellation)).ShouldBe(DeleteBucketOutcome.NotEmpty);
        await fixture.DeleteAsync("key", version.VersionId);
        (await fixture.Stores.DeleteBucketAsync(StorageFixture.Bucket, Cancellation)).ShouldBe(DeleteBucketOutcome.NotEmpty);
        await fixture.DeleteAsync("key", marker.VersionId);
        await store.CreateUploadAsync(StorageFixture.Bucket, "under way", StorageFixture.Attributes, null, null, Cancellation);

        (await fixture.Stores.DeleteBucketAsync(StorageFixture.Bucket, Cancellation)).ShouldBe(DeleteBucketOutcome.Deleted);
        (await fixture.Stores.DeleteBucketAsync(StorageFixture.Bucket, Cancellation)).ShouldBe(DeleteBucketOutcome.NoSuchBucket);
        (
            await fixture.Stores.CreateBucketAsync(
                StorageFixture.Virginia, fixture.Record(), Cancellation)).ShouldBe(CreateBucketOutcome.Created);
    }

    [Fact]
    public async Task Buckets_AndTheirConfiguration_AreThereAfterReopening()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync(VersioningState.Enabled);
        await store.SetConfigurationAsync(StorageFixture.Bucket, "policy", "{\"Version\":\"2012-10-17\"}", Cancellation);
        await store.SetConfigurationAsync(StorageFixture.Bucket, "tagging", "<Tagging/>", Cancellation);
        await store.SetConfigurationAsync(StorageFixture.Bucket, "tagging", null, Cancellation);
        var before = fixture.Stores.FindBucket(StorageFixture.Bucket);

        await fixture.ReopenAsync();

        fixture.Stores.FindBucket(StorageFixture.Bucket).ShouldBe(before);
        fixture.Store.FindConfiguration(StorageFixture.Bucket, "policy").ShouldBe("{\"Version\":\"2012-10-17\"}");
        fixture.Store.FindConfiguration(StorageFixture.Bucket, "tagging").ShouldBeNull();
        (
            await fixture.Stores.CreateBucketAsync(
                StorageFixture.Virginia, fixture.Record(), Cancellation)).ShouldBe(CreateBucketOutcome.AlreadyOwnedByYou);
    }

    [Fact]
    public async Task Configuration_OfADeletedBucket_IsNotThatOfTheNext()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync();
        await store.SetConfigurationAsync(StorageFixture.Bucket, "policy", "{}", Cancellation);

        await fixture.Stores.DeleteBucketAsync(StorageFixture.Bucket, Cancellation);
        await fixture.CreateBucketAsync();

        store.FindConfiguration(StorageFixture.Bucket, "policy").ShouldBeNull();
    }

    [Fact]
    public async Task Reset_RemovesEverything()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();
        await fixture.PutAsync("small", "body");
        await fixture.PutAsync("large", StorageFixture.Bytes(100_000));

        await fixture.Stores.ResetAsync(Cancellation);

        fixture.Stores.ListBuckets(StorageFixture.Account).ShouldBeEmpty();
        fixture.Store.FindObject(StorageFixture.Bucket, "small", null).ShouldBeNull();
        fixture.CountFiles("objects").ShouldBe(0);
        await fixture.CreateBucketAsync();
        fixture.Keys(new ListQuery(string.Empty, null, null, null, 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reset_WhileBucketsAreCreated_LosesTheNameOfNone()
    {
        await using var fixture = new StorageFixture();
        for (var round = 0; round < 10; round++)
        {
            var names = Enumerable.Range(0, 50).Select(i => BucketName.Parse($"bucket-{round}-{i}").Value).ToArray();

            var reset = fixture.Stores.ResetAsync(Cancellation);
            await Task.WhenAll([
                reset,
                .. names.Select(name => fixture.Stores.CreateBucketAsync(StorageFixture.Ireland, fixture.Record(name), Cancellation))]);

            fixture.Stores.ListBuckets(StorageFixture.Account)
                .Select(found => found.Bucket.Name)
                .ShouldBe(fixture.Store.ListBuckets().Select(bucket => bucket.Name));
        }
    }

    [Fact]
    public async Task Reset_ThatNobodyWaitsForAnyMore_GoesOnToItsEnd()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();
        await fixture.Stores.CreateBucketAsync(
            StorageFixture.Virginia, fixture.Record(BucketName.Parse("another").Value), Cancellation);
        using var left = new CancellationTokenSource();

        var reset = fixture.Stores.ResetAsync(left.Token);
        await left.CancelAsync();
        await reset;

        fixture.Stores.ListBuckets(StorageFixture.Account).ShouldBeEmpty();
        await Should.ThrowAsync<OperationCanceledException>(() => fixture.Stores.ResetAsync(left.Token));
    }

    [Fact]
    public async Task Region_ThatCouldNotBeOpened_IsOpenedOnceItCan()
    {
        await using var fixture = new StorageFixture();
        var folder = Path.Combine(fixture.Options.DataDirectory, "regions", StorageFixture.Virginia.Value);
        await File.WriteAllTextAsync(folder, "in the way", Cancellation);
        Should.Throw<DataDirectoryException>(() => fixture.Stores.Get(StorageFixture.Virginia));

        File.Delete(folder);

        fixture.Stores.Get(StorageFixture.Virginia).Region.ShouldBe(StorageFixture.Virginia);
    }

    [Fact]
    public async Task DataDirectory_HeldAlready_IsRefusedInOneSentence()
    {
        await using var fixture = new StorageFixture();

        var fault =
            Should.Throw<DataDirectoryException>(() => new RegionStores(fixture.Options, fixture.Clock, NullLoggerFactory.Instance));

        fault.Message.ShouldBe($"Sandbox:DataDirectory `{fixture.Options.DataDirectory}` is in use by another process.");
    }

    [Fact]
    public async Task DataDirectory_ThatIsAFile_IsRefusedInOneSentence()
    {
        await using var fixture = new StorageFixture();
        var path = Path.Combine(fixture.Root, "file");
        await File.WriteAllTextAsync(path, "not a folder", Cancellation);

        var fault = Should.Throw<DataDirectoryException>(
            () => new RegionStores(new StorageOptions(path, Durability.Process), fixture.Clock, NullLoggerFactory.Instance));

        fault.Message.ShouldStartWith($"Sandbox:DataDirectory `{path}` cannot be written");
    }

    [Fact]
    public async Task FullDurability_KeepsObjectsLikeAnyOther()
    {
        await using var fixture = new StorageFixture(Durability.Full);
        await fixture.CreateBucketAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => fixture.PutAsync($"key {i}", StorageFixture.Bytes(i * 10_000, seed: i))));

        await fixture.ReopenAsync();
        for (var i = 0; i < 20; i++)
        {
            (await fixture.ReadAsync($"key {i}")).ShouldBe(StorageFixture.Bytes(i * 10_000, seed: i));
        }
    }
}
