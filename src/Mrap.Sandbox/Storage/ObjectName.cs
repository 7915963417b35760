using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Storage;

/// <summary>A key in its bucket.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The key.</param>
internal readonly record struct ObjectName(BucketName Bucket, string Key);
