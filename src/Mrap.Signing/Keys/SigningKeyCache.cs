using System.Collections.Concurrent;

namespace Mrap.Signing.Keys;

/// <summary>Keeps derived keys, so that a credential pays for derivation once (V4A) or once a day, Region and service (V4).</summary>
/// <remarks>
/// Safe for use by several threads. Holds at most twice its capacity: when the young half is full it becomes the old half and the old half
/// is forgotten,
/// so keys in use survive. Only scopes of verified or own credentials should be asked for, which the bound makes harmless either way.
/// </remarks>
public sealed class SigningKeyCache
{
    private readonly int _capacity;
    private readonly Lock _gate = new();
    private volatile ConcurrentDictionary<Entry, SigningKey> _young = new();
    private volatile ConcurrentDictionary<Entry, SigningKey> _old = new();
    private int _count;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="capacity">The number of keys in each half, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is below 1.</exception>
    public SigningKeyCache(int capacity = 1024)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    /// <summary>The number of keys held at this moment.</summary>
    public int Count => _young.Count + _old.Count;

    /// <summary>Gives the key, deriving it when it is not held.</summary>
    /// <param name="scope">The scope; of no influence for V4A.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">A V4 scope has no Region.</exception>
    public SigningKey Get(SigningAlgorithm algorithm, AwsCredential credential, CredentialScope scope)
    {
        var entry = algorithm == SigningAlgorithm.V4A
            ? new Entry(credential.AccessKeyId, credential.Secret, "", "", "")
            : new Entry(credential.AccessKeyId, credential.Secret, scope.Date, scope.Region ?? "", scope.Service);
        if (_young.TryGetValue(entry, out var key))
        {
            return key;
        }

        if (!_old.TryGetValue(entry, out key))
        {
            key = SigningKey.Derive(algorithm, credential, scope);
        }

        return Keep(entry, key);
    }

    private SigningKey Keep(Entry entry, SigningKey key)
    {
        lock (_gate)
        {
            if (_young.TryGetValue(entry, out var earlier))
            {
                return earlier;
            }

            if (_count >= _capacity)
            {
                _old = _young;
                _young = new ConcurrentDictionary<Entry, SigningKey>();
                _count = 0;
            }

            _young[entry] = key;
            _count++;
            return key;
        }
    }

    private readonly record struct Entry(string AccessKeyId, string Secret, string Date, string Region, string Service);
}
