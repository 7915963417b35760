using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Listings;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Tests.Storage;

/// <summary>Stores over a temporary data directory of their own.</summary>
internal sealed class StorageFixture : IAsyncDisposable
{
    public static readonly RegionId Ireland = RegionId.Parse("eu-west-1").Value;
    public static readonly RegionId Virginia = RegionId.Parse("us-east-1").Value;
    public static readonly AccountId Account = AccountId.Parse("111122223333").Value;
    public static readonly BucketName Bucket = BucketName.Parse("test-bucket").Value;

    public StorageFixture(Durability durability = Durability.Process)
    {
        Root = Directory.CreateTempSubdirectory("mrap-storage-").FullName;
        Options = new StorageOptions(Path.Combine(Root, "data"), durability);
        Stores = new RegionStores(Options, Clock, NullLoggerFactory.Instance);
    }

    public string Root { get; }

    public StorageOptions Options { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero));

    public RegionStores Stores { get; private set; }

    public RegionStore Store => (RegionStore)Stores.Get(Ireland);

    public string RegionFolder => Path.Combine(Options.DataDirectory, "regions", Ireland.Value);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static ObjectAttributes Attributes { get; } = new() { Owner = Account };

    /// <summary>Bytes that differ from place to place and seed to seed.</summary>
    public static byte[] Bytes(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

#pragma warning disable CA5351 // S3 defines the ETag of an object as its MD5
    public static string ETagOf(byte[] body) => Convert.ToHexStringLower(MD5.HashData(body));
#pragma warning restore CA5351

    public BucketRecord Record(BucketName? name = null, VersioningState versioning = VersioningState.Unversioned) =>
        new(name ?? Bucket, Account, Clock.GetUtcNow(), versioning);

    public async Task<RegionStore> CreateBucketAsync(VersioningState versioning = VersioningState.Unversioned)
    {
        (await Stores.CreateBucketAsync(Ireland, Record(versioning: versioning), Cancellation)).ShouldBe(CreateBucketOutcome.Created);
        return Store;
    }

    public async Task<PutOutcome> TryPutAsync(
        string key, byte[] body, WriteCondition? condition = null, ObjectAttributes? attributes = null)
    {
        await using var staged = await Store.StageAsync(new MemoryStream(body), [], body.Length, Cancellation);
        return await Store.PutObjectAsync(Bucket, key, staged, attributes ?? Attributes, condition ?? WriteCondition.None, Cancellation);
    }

    public async Task<ObjectVersion> PutAsync(string key, byte[] body) =>
        (await TryPutAsync(key, body)).ShouldBeOfType<PutOutcome.Written>().Version;

    public Task<ObjectVersion> PutAsync(string key, string body) => PutAsync(key, Encoding.UTF8.GetBytes(body));

    public async Task<DeleteOutcome.Deleted> DeleteAsync(string key, string? versionId = null) =>
        (await Store.DeleteObjectAsync(Bucket, key, versionId, WriteCondition.None, Cancellation)).ShouldBeOfType<DeleteOutcome.Deleted>();

    public async Task<byte[]> ReadAsync(ObjectVersion version, long offset, long length)
    {
        var copy = new MemoryStream();
        await Store.CopyToAsync(version, offset, length, copy, Cancellation);
        return copy.ToArray();
    }

    public async Task<byte[]?> ReadAsync(string key, string? versionId = null) =>
        Store.FindObject(Bucket, key, versionId) is { IsDeleteMarker: false } version ? await ReadAsync(version, 0, version.Size) : null;

    public async Task<UploadedPart> PutPartAsync(MultipartUpload upload, int number, byte[] body)
    {
        await using var staged = await Store.StageAsync(new MemoryStream(body), [ChecksumAlgorithm.Crc32], body.Length, Cancellation);
        return (await Store.PutPartAsync(upload.UploadId, number, staged, Cancellation)).ShouldNotBeNull();
    }

    /// <summary>Ends the process in an orderly way and starts it again.</summary>
    public async Task ReopenAsync()
    {
        await Stores.DisposeAsync();
        Stores = new RegionStores(Options, Clock, NullLoggerFactory.Instance);
    }

    public int CountFiles(string folder) =>
        Directory.EnumerateFiles(Path.Combine(RegionFolder, folder), "*", SearchOption.AllDirectories).Count();

    public ImmutableArray<string> Keys(ListQuery query) => [.. Store.ListObjects(Bucket, query).Versions.Select(version => version.Key)];

    public async ValueTask DisposeAsync()
    {
        await Stores.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }
}
