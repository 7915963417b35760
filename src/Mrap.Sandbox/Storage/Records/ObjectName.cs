using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>A key in its bucket.</summary>
internal readonly record struct ObjectName(BucketName Bucket, string Key);
