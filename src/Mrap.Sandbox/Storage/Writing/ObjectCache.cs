using System.Collections.Concurrent;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Writing;

/// <summary>Newest versions read lately, with the bytes of the small ones, in bounded memory.</summary>
/// <remarks>
/// The writer closes the stripes of the keys it changes before it commits and opens them afterwards with a new stamp. While a stripe is
/// closed readers go to
/// the database, and what they read under an older stamp is not taken in: so no reader sees a version after another reader saw its
/// successor.
/// </remarks>
internal sealed class ObjectCache
{
    private const int StripeCount = 64;
    private const int EntryOverhead = 1024;
    private const int PieceOverhead = 256;

    private readonly ConcurrentDictionary<ObjectName, Entry> _entries = new();
    private readonly Stripe[] _stripes;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="capacity">The most bytes it may hold.</param>
    public ObjectCache(long capacity)
    {
        _stripes = new Stripe[StripeCount];
        for (var i = 0; i < StripeCount; i++)
        {
            _stripes[i] = new Stripe(capacity / StripeCount);
        }
    }

    /// <summary>Finds the newest version of a key.</summary>
    public ObjectVersion? Find(BucketName bucket, string key)
    {
        if (!_entries.TryGetValue(new ObjectName(bucket, key), out var entry))
        {
            return null;
        }

        entry.WasUsed = true;
        return entry.Version;
    }

    /// <summary>The stamp to remember before the newest version of a key is read from the database.</summary>
    public long Stamp(BucketName bucket, string key) => Volatile.Read(ref StripeOf(new ObjectName(bucket, key)).Stamp);

    /// <summary>Takes in what was read from the database, unless the key may have changed since.</summary>
    /// <param name="version">The newest version.</param>
    /// <param name="stamp">The stamp from before it was read.</param>
    public void Add(ObjectVersion version, long stamp)
    {
        var name = new ObjectName(version.Bucket, version.Key);
        var stripe = StripeOf(name);
        var cost = EntryOverhead + ((long)version.Parts.Length * PieceOverhead) + (version.Body is { IsInline: true } ? version.Size : 0);
        lock (stripe)
        {
            // an odd stamp is a closed stripe
            if (stripe.Stamp != stamp || (stamp & 1) == 1 || cost > stripe.Capacity)
            {
                return;
            }

            var entry = new Entry(name, version, cost);
            if (_entries.TryAdd(name, entry))
            {
                stripe.Order.Enqueue(entry);
                stripe.Used += cost;
                Evict(stripe);
            }
        }
    }

    /// <summary>Closes the stripes of keys and drops the keys; by the writer alone.</summary>
    public void Block(IReadOnlyCollection<ObjectName> names) => Turn(names, isClosing: true);

    /// <summary>Opens the stripes that <see cref="Block"/> closed; does nothing to others.</summary>
    public void Unblock(IReadOnlyCollection<ObjectName> names) => Turn(names, isClosing: false);

    /// <summary>Drops everything.</summary>
    public void Clear()
    {
        foreach (var stripe in _stripes)
        {
            lock (stripe)
            {
                Volatile.Write(ref stripe.Stamp, stripe.Stamp + 2);
                while (stripe.Order.TryDequeue(out var entry))
                {
                    _entries.TryRemove(KeyValuePair.Create(entry.Name, entry));
                }

                stripe.Used = 0;
            }
        }
    }

    private void Turn(IReadOnlyCollection<ObjectName> names, bool isClosing)
    {
        foreach (var name in names)
        {
            var stripe = StripeOf(name);
            lock (stripe)
            {
                var isClosed = (stripe.Stamp & 1) == 1;
                if (isClosed != isClosing)
                {
                    Volatile.Write(ref stripe.Stamp, stripe.Stamp + 1);
                }

                // its place in the order goes when its turn comes
                if (isClosing && _entries.TryRemove(name, out var entry))
                {
                    stripe.Used -= entry.Cost;
                    entry.IsGone = true;
                }
            }
        }
    }

    private void Evict(Stripe stripe)
    {
        while (
            (stripe.Used > stripe.Capacity || stripe.Order.Count > Math.Max(16, 2 * stripe.Capacity / EntryOverhead))
                && stripe.Order.TryDequeue(out var entry))
        {
            if (entry.IsGone)
            {
                continue;
            }

            if (entry.WasUsed)
            {
                entry.WasUsed = false;
                stripe.Order.Enqueue(entry);
                continue;
            }

            if (_entries.TryRemove(KeyValuePair.Create(entry.Name, entry)))
            {
                stripe.Used -= entry.Cost;
            }
        }
    }

    private Stripe StripeOf(ObjectName name) => _stripes[name.GetHashCode() & (StripeCount - 1)];

    private sealed class Stripe(long capacity)
    {
        public long Stamp;

        public long Capacity { get; } = capacity;

        public long Used { get; set; }

        public Queue<Entry> Order { get; } = new();
    }

    private sealed class Entry(ObjectName name, ObjectVersion version, long cost)
    {
        public ObjectName Name { get; } = name;

        public ObjectVersion Version { get; } = version;

        public long Cost { get; } = cost;

        public bool WasUsed { get; set; }

        public bool IsGone { get; set; }
    }
}
