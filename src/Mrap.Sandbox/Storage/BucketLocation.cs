using Mrap.Core.Regions;

namespace Mrap.Sandbox.Storage;

/// <summary>A bucket and the Region it is in.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Bucket">The bucket.</param>
internal sealed record BucketLocation(RegionId Region, BucketRecord Bucket);
