using Mrap.Aws.Faults;

namespace Mrap.Aws.Feeds;

/// <summary>What a feed knows: the latest value, and why it could not be read anew when the latest reading failed.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="Value">The latest value that was read; null before the first.</param>
/// <param name="Fault">Why the latest reading failed; null when it did not. The value before it is kept.</param>
/// <param name="ReadAt">When the value was read.</param>
public sealed record FeedState<T>(T? Value, AwsFault? Fault, DateTimeOffset ReadAt)
    where T : class;
