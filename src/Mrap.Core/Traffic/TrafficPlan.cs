using System.Collections.Immutable;

namespace Mrap.Core.Traffic;

/// <summary>Traffic to be generated. Made by <see cref="TrafficDocument.Read"/> alone.</summary>
/// <param name="Places">Where it comes from; at least one, each once.</param>
/// <param name="RequestsPerSecond">From all places together, 1 to <see cref="MaxRequestsPerSecond"/>.</param>
/// <param name="ReadShare">The share of requests that read, 0 (all write) to 1 (all read).</param>
/// <param name="Keys">How many different keys are read and written, 1 to <see cref="MaxKeys"/>.</param>
/// <param name="ObjectBytes">The size of each object in bytes, 0 to <see cref="MaxObjectBytes"/>.</param>
/// <param name="Duration">How long it lasts, 1 second to <see cref="MaxDuration"/>; it stops by itself.</param>
/// <param name="Prefix">What every key begins with.</param>
/// <param name="HasUniqueWrites">
/// Whether every write has a key of its own, and half of the reads ask for what was just written; otherwise reads and writes share the
/// keys.
/// </param>
public sealed record TrafficPlan(
    ImmutableArray<TrafficPlace> Places, int RequestsPerSecond, double ReadShare, int Keys, int ObjectBytes, TimeSpan Duration,
    string Prefix, bool HasUniqueWrites)
{
    /// <summary>The most requests per second.</summary>
    public const int MaxRequestsPerSecond = 5_000;

    /// <summary>The most keys.</summary>
    public const int MaxKeys = 100_000;

    /// <summary>The largest object: 64 MiB.</summary>
    public const int MaxObjectBytes = 64 * 1024 * 1024;

    /// <summary>The largest weight of a place.</summary>
    public const double MaxWeight = 1_000;

    /// <summary>The most keys that are put into every bucket before it begins, so that reads find something.</summary>
    public const int MaxSeeded = 100;

    /// <summary>The longest that it lasts.</summary>
    public static TimeSpan MaxDuration { get; } = TimeSpan.FromHours(1);

    /// <summary>The keys that are put into every bucket before it begins.</summary>
    public IEnumerable<string> SeededKeys => Enumerable.Range(0, Math.Min(Keys, MaxSeeded)).Select(KeyOf);

    /// <summary>A key of the shared ones.</summary>
    /// <param name="index">0 to <see cref="Keys"/> less 1.</param>
    public string KeyOf(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Prefix}{index:D6}");
}
