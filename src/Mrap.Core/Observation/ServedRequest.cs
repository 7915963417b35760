using Mrap.Core.Regions;

namespace Mrap.Core.Observation;

/// <summary>A request of the data plane that was made and answered.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Id">The identifier in its answer.</param>
/// <param name="Vantage">The id of the vantage it came from; null when that is not known.</param>
/// <param name="AccessPoint">The alias of the access point it came through; null for a request to a bucket itself.</param>
/// <param name="Operation">What it asked for, such as <c>GetObject</c>; its method when that is not known.</param>
/// <param name="Key">The key of the object; null for a request to the bucket.</param>
/// <param name="Region">The Region that answered; null when none did.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record ServedRequest(
    DateTimeOffset At, string Id, string? Vantage, string? AccessPoint, string Operation, string? Key, RegionId? Region,
    RequestOutcome Outcome)
{
    /// <summary>Whether it failed, by whoever's fault.</summary>
    public bool IsError => Outcome.IsError;
}
