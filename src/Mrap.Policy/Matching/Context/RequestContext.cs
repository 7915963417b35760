using System.Collections.Immutable;

namespace Mrap.Policy.Matching.Context;

/// <summary>What a request is known to be: condition keys and their values. Keys are found without case.</summary>
/// <remarks>Immutable. Nothing is added to what it is made of: a key that is not in it is missing to every condition.</remarks>
public sealed class RequestContext
{
    private readonly ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> _entries;
    private readonly string?[] _names;
    private readonly int[] _hashes;
    private readonly string[][] _values;
    private readonly IContextSource? _source;

    private RequestContext(IContextSource source)
    {
        _source = source;
        _entries = [];
        _names = [];
        _hashes = [];
        _values = [];
    }

    private RequestContext(ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> entries)
    {
        _entries = entries;
        var size = 8;
        while (size < entries.Length * 2)
        {
            size *= 2;
        }

        _names = new string?[size];
        _hashes = new int[size];
        _values = new string[size][];
        foreach (var (name, values) in entries)
        {
            var slot = SlotOf(name, ContextKey.HashOf(name));
            _names[slot] = name;
            _hashes[slot] = ContextKey.HashOf(name);
            _values[slot] = [.. values];
        }
    }

    /// <summary>A context that knows nothing.</summary>
    public static RequestContext Empty { get; } = new([]);

    /// <summary>The keys and values, as given.</summary>
    public IReadOnlyCollection<KeyValuePair<string, ImmutableArray<string>>> Entries => _source is null ? _entries : [.. _source.Entries];

    /// <summary>Makes a context.</summary>
    /// <param name="entries">Keys with their values; a key without values counts as missing, and of two spellings of one key the later
    /// counts.</param>
    /// <returns>The context.</returns>
    public static RequestContext Create(IEnumerable<KeyValuePair<string, ImmutableArray<string>>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var distinct = new Dictionary<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in entries)
        {
            distinct[name] = values;
        }

        return new RequestContext([.. distinct]);
    }

    /// <summary>Makes a context that asks for values only when a condition does.</summary>
    /// <param name="source">What knows the request.</param>
    /// <returns>The context; to be used no longer than the source.</returns>
    public static RequestContext Of(IContextSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new RequestContext(source);
    }

    /// <summary>Makes a context of keys with one value each.</summary>
    /// <param name="entries">Keys with their value; of two spellings of one key the later counts.</param>
    /// <returns>The context.</returns>
    public static RequestContext Create(IEnumerable<KeyValuePair<string, string>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return Create(entries.Select(entry => KeyValuePair.Create(entry.Key, ImmutableArray.Create(entry.Value))));
    }

    /// <summary>This context with one key set, in place of the values it had.</summary>
    /// <param name="key">The condition key.</param>
    /// <returns>A new context.</returns>
    public RequestContext With(string key, params ImmutableArray<string> values)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Create(Entries.Append(KeyValuePair.Create(key, values)));
    }

    /// <summary>
    /// This context as a request through an access point has it: with `s3:DataAccessPointArn`, `s3:DataAccessPointAccount` and
    /// `s3:AccessPointNetworkOrigin`.
    /// </summary>
    /// <param name="arn">The access point's ARN.</param>
    /// <param name="account">The account that owns it.</param>
    /// <param name="networkOrigin">`Internet` or `VPC`; a Multi-Region Access Point is always `Internet`.</param>
    /// <returns>A new context.</returns>
    public RequestContext Through(string arn, string account, string networkOrigin = "Internet") =>
        With("s3:DataAccessPointArn", arn).With("s3:DataAccessPointAccount", account).With("s3:AccessPointNetworkOrigin", networkOrigin);

    /// <summary>The values of a key; empty when it is missing.</summary>
    internal ReadOnlySpan<string> Find(ContextKey key)
    {
        if (_source is not null)
        {
            return _source.Find(key.Name);
        }

        var slot = SlotOf(key.Name, key.Hash);
        return _names[slot] is null ? [] : _values[slot];
    }

    // INVARIANT: at least half of the slots are free, so the search ends
    private int SlotOf(string name, int hash)
    {
        var mask = _names.Length - 1;
        var slot = hash & mask;
        while (_names[slot] is { } taken && !(_hashes[slot] == hash && taken.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
