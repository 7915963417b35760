using Mrap.Core.Regions;

namespace Mrap.Sandbox.Wire;

/// <summary>An <c>*.amazonaws.com</c> name taken apart: which service, which Region, and what stands before the service's label.</summary>
/// <param name="Region">The Region in the name; null for a global name.</param>
/// <param name="Prefix">What stands in front, without the dot: a bucket, an account or an alias; empty for the bare endpoint.</param>
internal sealed record AwsHost(AwsService Service, RegionId? Region, string Prefix);
