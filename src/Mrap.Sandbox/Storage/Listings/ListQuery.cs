namespace Mrap.Sandbox.Storage.Listings;

/// <summary>What part of a listing is wanted.</summary>
/// <param name="Prefix">Only keys that start so; empty for all.</param>
/// <param name="Delimiter">Keys that share the text up to the first delimiter after the prefix become one common prefix; null for
/// none.</param>
/// <param name="After">Only keys and common prefixes behind this one in UTF-8 byte order; null for the start.</param>
/// <param name="AfterVersionId">With <paramref name="After"/> in a version listing: the versions of that key behind this one are listed
/// too; null for none of them.</param>
/// <param name="Limit">The most keys and common prefixes together, 0 to 1,000.</param>
internal sealed record ListQuery(string Prefix, string? Delimiter, string? After, string? AfterVersionId, int Limit);
