using System.Collections.Concurrent;
using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Reading;

/// <summary>The buckets of a Region and their configuration in memory; changed by the writer alone, after each commit.</summary>
internal sealed class BucketTable
{
    private readonly ConcurrentDictionary<BucketName, BucketRow> _buckets = new();
    private readonly ConcurrentDictionary<(BucketName Bucket, string Kind), string> _configurations = new();

    /// <summary>Finds a bucket.</summary>
    public BucketRow? Find(BucketName bucket) => _buckets.GetValueOrDefault(bucket);

    /// <summary>All buckets, ordered by name.</summary>
    public ImmutableArray<BucketRecord> List() => [.. _buckets.Values.Select(row => row.Record).OrderBy(record => record.Name)];

    /// <summary>Adds or replaces a bucket.</summary>
    public void Set(BucketRow row) => _buckets[row.Record.Name] = row;

    /// <summary>Drops a bucket with its configuration.</summary>
    public void Remove(BucketName bucket)
    {
        _buckets.TryRemove(bucket, out _);
        foreach (var name in _configurations.Keys.Where(name => name.Bucket == bucket))
        {
            _configurations.TryRemove(name, out _);
        }
    }

    /// <summary>Finds a sub-resource.</summary>
    public string? FindConfiguration(BucketName bucket, string kind) => _configurations.GetValueOrDefault((bucket, kind));

    /// <summary>Sets a sub-resource; null drops it.</summary>
    public void SetConfiguration(BucketName bucket, string kind, string? document)
    {
        if (document is null)
        {
            _configurations.TryRemove((bucket, kind), out _);
        }
        else
        {
            _configurations[(bucket, kind)] = document;
        }
    }

    /// <summary>Drops everything.</summary>
    public void Clear()
    {
        _buckets.Clear();
        _configurations.Clear();
    }

    /// <summary>Takes in what the database holds.</summary>
    public void Load(ReadSession session)
    {
        var names = new Dictionary<long, BucketName>();
        foreach (var row in session.LoadBuckets())
        {
            names[row.Id] = row.Record.Name;
            Set(row);
        }

        foreach (var (bucket, kind, document) in session.LoadConfigurations())
        {
            SetConfiguration(names[bucket], kind, document);
        }
    }
}
