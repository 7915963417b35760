using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.Identity;

namespace Mrap.Sandbox.DataPlane;

/// <summary>Where a request is served, and for whom.</summary>
/// <param name="Authentication">Who sent it; its signature verified.</param>
/// <param name="Region">The Region.</param>
/// <param name="Bucket">The bucket; null when it names none, or one whose name cannot be.</param>
/// <param name="BucketText">The name of the bucket as it came; empty when it names none.</param>
/// <param name="AccessPoint">The access point that it came through; null for none.</param>
internal readonly record struct ResolvedAddress(
    Authentication Authentication, RegionId Region, BucketName? Bucket, string BucketText, AccessPointRecord? AccessPoint);
