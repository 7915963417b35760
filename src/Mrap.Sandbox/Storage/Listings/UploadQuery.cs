namespace Mrap.Sandbox.Storage.Listings;

/// <summary>What part of a listing of uploads is wanted.</summary>
/// <param name="Prefix">Only keys that start so; empty for all.</param>
/// <param name="Delimiter">As in <see cref="ListQuery"/>.</param>
/// <param name="AfterKey">The key to go on from; null for the start.</param>
/// <param name="AfterUploadId">With <paramref name="AfterKey"/>: uploads of that key behind this ID are listed too; null for none of
/// them.</param>
/// <param name="Limit">The most uploads and common prefixes together, 0 to 1,000.</param>
internal sealed record UploadQuery(string Prefix, string? Delimiter, string? AfterKey, string? AfterUploadId, int Limit);
