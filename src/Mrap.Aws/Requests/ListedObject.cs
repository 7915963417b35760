namespace Mrap.Aws.Requests;

/// <summary>An object in a list.</summary>
/// <param name="Size">The size in bytes.</param>
/// <param name="LastModified">When it was written; null when the service did not tell.</param>
/// <param name="ETag">The entity tag, in quotes.</param>
public sealed record ListedObject(string Key, long Size, DateTimeOffset? LastModified, string? ETag);
