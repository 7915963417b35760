namespace Mrap.Sandbox.S3.Objects;

/// <summary>What one entry of a DeleteObjects request names.</summary>
/// <param name="VersionId">The version to remove; null to delete as without one.</param>
/// <param name="ETag">The tag the newest version must have; null for no condition.</param>
internal sealed record DeleteTarget(string Key, string? VersionId, string? ETag);
