namespace Mrap.Core.Replication;

/// <summary>A tag that an object must have, key and value both, in the case they are written.</summary>
/// <param name="Key">The key, 1 to 128 characters.</param>
/// <param name="Value">The value, up to 256 characters.</param>
public readonly record struct ReplicationTag(string Key, string Value);
