using System.Collections.Immutable;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Tests.Storage;

public sealed class UploadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Completion_OfSomeParts_MakesOneObjectAndDropsTheRest()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync(VersioningState.Enabled);
        var upload = await CreateAsync(fixture);
        var first = StorageFixture.Bytes(150_000, seed: 1);
        var second = StorageFixture.Bytes(90_000, seed: 2);
        var last = StorageFixture.Bytes(500, seed: 3);
        var parts = ImmutableArray.Create(
            await fixture.PutPartAsync(upload, 1, first),
            await fixture.PutPartAsync(upload, 5, second),
            await fixture.PutPartAsync(upload, 10_000, last));
        await fixture.PutPartAsync(upload, 7, StorageFixture.Bytes(80_000, seed: 4));
        store.FindObject(StorageFixture.Bucket, "big", null).ShouldBeNull();
        store.ListParts(upload.UploadId, 0, 1000).Select(part => part.Number).ShouldBe([1, 5, 7, 10_000]);
        store.ListParts(upload.UploadId, 5, 1).ShouldHaveSingleItem().Number.ShouldBe(7);

        var outcome = await store.CompleteUploadAsync(upload, parts, "etag-3", [], WriteCondition.None, Cancellation);

        byte[] whole = [.. first, .. second, .. last];
        var version = outcome.ShouldBeOfType<PutOutcome.Written>().Version;
        version.Size.ShouldBe(whole.Length);
        version.Parts.Select(part => (part.Number, part.Size)).ShouldBe([(1, 150_000), (5, 90_000), (10_000, 500)]);
        await fixture.ReopenAsync();
        store = fixture.Store;
        var found = store.FindObject(StorageFixture.Bucket, "big", null).ShouldNotBeNull();
        found.ETag.ShouldBe("etag-3");
        found.Parts.Select(part => part.Checksums.Single()).ShouldBe(parts.Select(part => part.Checksums.Single()));
        (await fixture.ReadAsync("big")).ShouldBe(whole);
        (await fixture.ReadAsync(found, 149_990, 90_020)).ShouldBe(whole[149_990..240_010]);
        (await fixture.ReadAsync(found, 240_000, 1)).ShouldBe(whole[240_000..240_001]);
        store.FindUpload(StorageFixture.Bucket, "big", upload.UploadId).ShouldBeNull();
        await store.SweepAsync(TimeSpan.Zero, Cancellation);
        fixture.CountFiles("objects").ShouldBe(2);

        await fixture.DeleteAsync("big", found.VersionId);
        await store.SweepAsync(TimeSpan.Zero, Cancellation);
        await store.SweepAsync(TimeSpan.Zero, Cancellation);
        fixture.CountFiles("objects").ShouldBe(0);
    }

    [Fact]
    public async Task Part_PutAgain_ReplacesTheOneBefore()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync();
        var upload = await CreateAsync(fixture);
        var old = await fixture.PutPartAsync(upload, 1, StorageFixture.Bytes(100_000, seed: 1));
        var current = await fixture.PutPartAsync(upload, 1, StorageFixture.Bytes(100_001, seed: 2));

        (
            await store.CompleteUploadAsync(
                upload, [old], "etag-1", [], WriteCondition.None, Cancellation)).ShouldBe(new PutOutcome.InvalidPart(1));
        (
            await store.CompleteUploadAsync(
                upload, [current], "etag-1", [], WriteCondition.None, Cancellation)).ShouldBeOfType<PutOutcome.Written>();

        (await fixture.ReadAsync("big")).ShouldBe(StorageFixture.Bytes(100_001, seed: 2));
        (
            await store.CompleteUploadAsync(
                upload, [current], "etag-1", [], WriteCondition.None, Cancellation)).ShouldBeOfType<PutOutcome.NoSuchUpload>();
        await store.SweepAsync(TimeSpan.Zero, Cancellation);
        fixture.CountFiles("objects").ShouldBe(1);
    }

    [Fact]
    public async Task Completion_WhosePreconditionFails_LeavesTheUploadAsItWas()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync();
        var upload = await CreateAsync(fixture);
        var part = await fixture.PutPartAsync(upload, 1, StorageFixture.Bytes(100_000));
        await fixture.PutAsync("big", "already here");

        (
            await store.CompleteUploadAsync(
                upload, [part], "etag-1", [], new WriteCondition(null, IfNoneMatch: true),
                Cancellation)).ShouldBeOfType<PutOutcome.PreconditionFailed>();

        store.ListParts(upload.UploadId, 0, 1000).ShouldHaveSingleItem().ETag.ShouldBe(part.ETag);
        (
            await store.CompleteUploadAsync(
                upload, [part], "etag-1", [], WriteCondition.None, Cancellation)).ShouldBeOfType<PutOutcome.Written>();
    }

    [Fact]
    public async Task Abort_OfAnUpload_RemovesItsParts()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync();
        var upload = await CreateAsync(fixture);
        await fixture.PutPartAsync(upload, 1, StorageFixture.Bytes(100_000));

        (await store.AbortUploadAsync(upload.UploadId, Cancellation)).ShouldBeTrue();

        (await store.AbortUploadAsync(upload.UploadId, Cancellation)).ShouldBeFalse();
        store.ListParts(upload.UploadId, 0, 10).ShouldBeEmpty();
        await using var staged = await store.StageAsync(new MemoryStream([1]), [], 1, Cancellation);
        (await store.PutPartAsync(upload.UploadId, 2, staged, Cancellation)).ShouldBeNull();
        await store.SweepAsync(TimeSpan.Zero, Cancellation);
        fixture.CountFiles("objects").ShouldBe(0);
    }

    [Fact]
    public async Task Upload_FoundAgainAfterReopening_IsAsItWasCreated()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync();
        var plain = await CreateAsync(fixture);
        var checksummed = (
            await store.CreateUploadAsync(
                StorageFixture.Bucket, "other", StorageFixture.Attributes, ChecksumAlgorithm.Crc64Nvme, ChecksumType.FullObject,
                Cancellation)).ShouldNotBeNull();

        await fixture.ReopenAsync();

        var found = fixture.Store.FindUpload(StorageFixture.Bucket, "other", checksummed.UploadId).ShouldNotBeNull();
        (found.Checksum, found.ChecksumType, found.InitiatedAt).ShouldBe(
            (ChecksumAlgorithm.Crc64Nvme, ChecksumType.FullObject, checksummed.InitiatedAt));
        fixture.Store.FindUpload(StorageFixture.Bucket, "big", plain.UploadId)!.Checksum.ShouldBeNull();
        fixture.Store.FindUpload(StorageFixture.Bucket, "big", checksummed.UploadId).ShouldBeNull();
    }

    [Fact]
    public async Task Upload_OfTenThousandParts_CompletesAndReadsAcrossThem()
    {
        await using var fixture = new StorageFixture();
        var store = await fixture.CreateBucketAsync();
        var upload = await CreateAsync(fixture);
        var parts = new UploadedPart[10_000];
        foreach (var numbers in Enumerable.Range(1, parts.Length).Chunk(250))
        {
            await Task.WhenAll(
                numbers.Select(
                    async number => parts[number - 1] = await fixture.PutPartAsync(upload, number, BitConverter.GetBytes(number))));
        }

        (
            await store.CompleteUploadAsync(
                upload, [.. parts], "etag-10000", [], WriteCondition.None, Cancellation)).ShouldBeOfType<PutOutcome.Written>();

        (await fixture.ReadAsync("big")).ShouldBe(Enumerable.Range(1, parts.Length).SelectMany(BitConverter.GetBytes));
    }

    [Fact]
    public async Task Upload_IntoABucketThatIsNotThere_IsNotStarted()
    {
        await using var fixture = new StorageFixture();

        (
            await fixture.Store.CreateUploadAsync(
                StorageFixture.Bucket, "big", StorageFixture.Attributes, null, null, Cancellation)).ShouldBeNull();
    }

    private static async Task<MultipartUpload> CreateAsync(StorageFixture fixture) =>
        (
            await fixture.Store.CreateUploadAsync(
                StorageFixture.Bucket, "big", StorageFixture.Attributes, null, null, Cancellation)).ShouldNotBeNull();
}
