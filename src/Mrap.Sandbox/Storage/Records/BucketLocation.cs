using Mrap.Core.Regions;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>A bucket and the Region it is in.</summary>
internal sealed record BucketLocation(RegionId Region, BucketRecord Bucket);
