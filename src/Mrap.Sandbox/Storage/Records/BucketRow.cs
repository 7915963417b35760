namespace Mrap.Sandbox.Storage.Records;

/// <summary>A bucket as the memory of its Region holds it.</summary>
/// <param name="Id">The number of its row.</param>
/// <param name="Record">The bucket.</param>
internal sealed record BucketRow(long Id, BucketRecord Record);
