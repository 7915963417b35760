using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Web.Navigation;

namespace Mrap.Web.Circuit;

/// <summary>A request of this session's history.</summary>
/// <param name="AccessPoint">Through which access point it went.</param>
/// <param name="Form">The request.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Status">The HTTP status; null when no answer came.</param>
/// <param name="ServedBy">The Region that answered; null when it is not known.</param>
/// <param name="Duration">How long it took.</param>
public sealed record TriedRequest(
    AccessPointName AccessPoint, RequestForm Form, DateTimeOffset At, int? Status, RegionId? ServedBy, TimeSpan Duration);
