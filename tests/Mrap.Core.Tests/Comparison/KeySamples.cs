using CsCheck;
using Mrap.Core.Comparison;

namespace Mrap.Core.Tests.Comparison;

/// <summary>Keys and lists of buckets.</summary>
internal static class KeySamples
{
    public static DateTimeOffset Noon { get; } = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Keys of which many share beginnings, with characters from every length of UTF-8.</summary>
    public static Gen<string> Keys { get; } =
        Gen.OneOf("a", "b", "/", "\u00E9", "\uD7FF", "\uE000", "\uFFFD", "\U00010000", "\U0001F600", "\U0010FFFF")
            .Array[1, 5].Select(string.Concat);

    /// <summary>The list of one bucket, sorted as S3 sorts, of few different versions of few different keys.</summary>
    public static Gen<ListingEntry[]> Listings { get; } =
        Gen.Select(Keys, Gen.Int[0, 2], Gen.Int[0, 1], Gen.Bool, Gen.Int[0, 3])
            .Select((key, tag, size, isMarker, minute) => Entry(key, tag, size, isMarker, minute))
            .Array[0, 40]
            .Select(entries => entries.DistinctBy(entry => entry.Key).OrderBy(entry => entry.Key, KeyOrder.Instance).ToArray());

    public static ListingEntry Entry(string key, int tag = 0, int size = 0, bool isMarker = false, int minute = 0) => new(
        key, isMarker ? null : $"\"{tag}\"", isMarker ? 0 : size, Noon.AddMinutes(minute), $"v{tag}", isMarker);
}
