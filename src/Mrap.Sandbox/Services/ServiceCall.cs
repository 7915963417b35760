using Mrap.Core.Regions;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Observation;

namespace Mrap.Sandbox.Services;

/// <summary>A call of a service besides S3: read to its end, its signature verified.</summary>
/// <param name="Exchange">The exchange to answer.</param>
/// <param name="Caller">Who calls.</param>
/// <param name="Endpoint">The Region in the host name; null on a global name and on the direct endpoint.</param>
/// <param name="Body">The body; empty for none.</param>
internal sealed record ServiceCall(Exchange Exchange, Caller.Signed Caller, RegionId? Endpoint, ReadOnlyMemory<byte> Body);
