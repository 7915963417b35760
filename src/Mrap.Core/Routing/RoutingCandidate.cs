using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>One Region that a request could have gone to, and why it did or did not.</summary>
/// <param name="Latency">The latency from the vantage; null when the model does not know the Region, which is then not eligible.</param>
/// <param name="Health">The health of the Region at the decision.</param>
/// <param name="IsChosen">Whether the request goes here.</param>
/// <param name="Reason">Why or why not, as a sentence fragment.</param>
public sealed record RoutingCandidate(Route Route, Latency? Latency, RegionHealth Health, bool IsChosen, string Reason)
{
    /// <summary>The Region.</summary>
    public RegionId Region => Route.Region;

    /// <summary>The bucket.</summary>
    public BucketName Bucket => Route.Bucket;

    /// <summary>The dial.</summary>
    public TrafficDial Dial => Route.Dial;

    /// <summary>Whether the Region was in the running: active, not down, of known latency.</summary>
    public bool IsEligible => Route.IsActive && Health != RegionHealth.Down && Latency is not null;
}
