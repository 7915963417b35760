using Mrap.Core.Traffic;

namespace Mrap.Sandbox.Admin;

/// <summary>What sends generated traffic, in the sandbox's own container without being owned by it.</summary>
/// <param name="Generator">Who sends it.</param>
internal sealed record TrafficPort(ITrafficGenerator Generator);
