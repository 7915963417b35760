using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Rules;

namespace Mrap.Sandbox.Storage;

/// <summary>The stores of all Regions below one data directory, which this process holds alone.</summary>
internal sealed class RegionStores : IAsyncDisposable
{
    private readonly ConcurrentDictionary<RegionId, Lazy<RegionStore>> _stores = new();
    private readonly ConcurrentDictionary<BucketName, NameClaim> _names = new();
    private readonly DataDirectoryLock _lock;
    private readonly string _folder;
    private readonly StorageOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILoggerFactory _logging;
    private int _isDisposed;

    /// <summary>Takes the data directory and opens the Regions that have something in it.</summary>
    /// <param name="options">Where and how surely to keep objects.</param>
    /// <param name="clock">The time.</param>
    /// <param name="logging">Where to log.</param>
    /// <exception cref="DataDirectoryException">The directory is in use or cannot be written.</exception>
    /// <exception cref="SandboxStartException">A Region's database was made by a later release, or cannot be read.</exception>
    public RegionStores(StorageOptions options, TimeProvider clock, ILoggerFactory logging)
    {
        _options = options;
        _clock = clock;
        _logging = logging;
        var directory = Path.GetFullPath(options.DataDirectory);
        _folder = Path.Combine(directory, "regions");
        _lock = DataDirectoryLock.Take(directory);
        try
        {
            Directory.CreateDirectory(_folder);
            Load();
        }
        catch (Exception fault)
        {
            _lock.Dispose();
            if (fault is IOException or UnauthorizedAccessException)
            {
                throw DataDirectoryException.NotWritable(directory, fault);
            }

            throw;
        }
    }

    /// <summary>
    /// Is told after a commit for which buckets replications wait in a Region. Called on the writer's thread: it must neither wait nor
    /// throw.
    /// </summary>
    public Action<RegionId, IReadOnlyList<BucketName>>? OnQueued { get; set; }

    /// <summary>The Regions that have been opened.</summary>
    public IReadOnlyCollection<RegionId> OpenRegions => [.. _stores.Where(store => store.Value.IsValueCreated).Select(store => store.Key)];

    /// <summary>The store of a Region; opened when it is first used.</summary>
    /// <param name="region">A commercial Region of the catalog.</param>
    public RegionStore Get(RegionId region) => Open(region);

    /// <summary>Finds a bucket in whichever Region it is; served from memory.</summary>
    public BucketLocation? FindBucket(BucketName bucket) =>
        _names.TryGetValue(bucket, out var claim)
            && Open(claim.Region).FindBucket(bucket) is { } record ? new BucketLocation(claim.Region, record) : null;

    /// <summary>The replication rules of a bucket, in whichever Region it is; null when it has none. Served from memory.</summary>
    public BucketRules? FindRules(BucketName bucket) =>
        _names.TryGetValue(bucket, out var claim) ? BucketRules.Of(Open(claim.Region).FindConfiguration(bucket, BucketRules.Kind)) : null;

    /// <summary>The buckets an account owns in all Regions, ordered by name.</summary>
    public ImmutableArray<BucketLocation> ListBuckets(AccountId owner) =>
        [
            .. _names.Keys.Select(FindBucket)
            .OfType<BucketLocation>()
            .Where(found => found.Bucket.Owner == owner)
            .OrderBy(found => found.Bucket.Name)];

    /// <summary>Creates a bucket, deciding races for one name between Regions.</summary>
    public async Task<CreateBucketOutcome> CreateBucketAsync(RegionId region, BucketRecord bucket, CancellationToken cancellation)
    {
        while (true)
        {
            var claim = new NameClaim(region);
            var holder = _names.GetOrAdd(bucket.Name, claim);
            if (ReferenceEquals(holder, claim))
            {
                return await CreateClaimedAsync(claim, bucket, cancellation);
            }

            // whoever came first is to finish, one way or the other, before this request is answered
            if (await holder.Creation.WaitAsync(cancellation) && FindBucket(bucket.Name) is { } found)
            {
                return found.Bucket.Owner == bucket.Owner ? CreateBucketOutcome.AlreadyOwnedByYou : CreateBucketOutcome.AlreadyExists;
            }

            _names.TryRemove(KeyValuePair.Create(bucket.Name, holder));
        }
    }

    /// <summary>Deletes an empty bucket and frees its name.</summary>
    public async Task<DeleteBucketOutcome> DeleteBucketAsync(BucketName bucket, CancellationToken cancellation)
    {
        if (!_names.TryGetValue(bucket, out var claim))
        {
            return DeleteBucketOutcome.NoSuchBucket;
        }

        var outcome = await Open(claim.Region).DeleteBucketAsync(bucket, cancellation);
        if (outcome == DeleteBucketOutcome.Deleted)
        {
            _names.TryRemove(KeyValuePair.Create(bucket, claim));
        }

        return outcome;
    }

    /// <summary>
    /// Removes every bucket and object of every Region; those that are created meanwhile may stay. Once begun it goes on to its end.
    /// </summary>
    /// <param name="cancellation">Counts before it begins only: one Region emptied and another not is of no use to anybody.</param>
    public async Task ResetAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var region in _stores.Keys)
        {
            await Open(region).ClearAsync(CancellationToken.None);
        }

        foreach (var (name, claim) in _names)
        {
            // A bucket that came to be since its Region was cleared keeps its name.
            if (claim.Creation.IsCompleted && Open(claim.Region).FindBucket(name) is null)
            {
                _names.TryRemove(KeyValuePair.Create(name, claim));
            }
        }
    }

    /// <summary>Lets go of every file; a second time does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        foreach (var store in _stores.Values)
        {
            if (store.IsValueCreated)
            {
                await store.Value.DisposeAsync();
            }
        }

        _lock.Dispose();
    }

    private async Task<CreateBucketOutcome> CreateClaimedAsync(NameClaim claim, BucketRecord bucket, CancellationToken cancellation)
    {
        var isCreated = false;
        try
        {
            isCreated = await Open(claim.Region).CreateBucketAsync(bucket, cancellation);
        }
        finally
        {
            if (!isCreated)
            {
                _names.TryRemove(KeyValuePair.Create(bucket.Name, claim));
            }

            claim.EndCreation(isCreated);
        }

        return isCreated ? CreateBucketOutcome.Created : CreateBucketOutcome.AlreadyExists;
    }

    private RegionStore Open(RegionId region)
    {
        var store = _stores.GetOrAdd(
            region, static (id, stores) =>
                new Lazy<RegionStore>(
                    () => RegionStore.Open(
                        id, Path.Combine(stores._folder, id.Value), stores._options, stores._clock, stores._logging,
                        new ReplicationHooks(stores.FindRules, buckets => stores.OnQueued?.Invoke(id, buckets)))),
                this);
        try
        {
            return store.Value;
        }
        catch
        {
            // It keeps its fault for ever; what stood in the way may be gone the next time.
            _stores.TryRemove(KeyValuePair.Create(region, store));
            throw;
        }
    }

    private void Load()
    {
        var logger = _logging.CreateLogger<RegionStores>();
        foreach (var path in Directory.EnumerateDirectories(_folder).Order(StringComparer.Ordinal))
        {
            if (!RegionId.Parse(Path.GetFileName(path)).TryGet(out var region))
            {
                continue;
            }

            foreach (var bucket in Open(region).ListBuckets())
            {
                var claim = new NameClaim(region);
                claim.EndCreation(isCreated: true);
                if (!_names.TryAdd(bucket.Name, claim))
                {
                    StorageLog.DuplicateBucket(logger, bucket.Name.Value, _names[bucket.Name].Region.Value, region.Value);
                }
            }
        }
    }
}
