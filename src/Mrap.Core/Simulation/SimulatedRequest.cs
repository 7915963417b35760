using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.Simulation;

/// <summary>A request to simulate.</summary>
public sealed record SimulatedRequest
{
    /// <summary>No keys besides those that follow from the request.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> NoContext { get; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Such as <c>s3:GetObject</c>, as typed.</summary>
    public string Action { get; init; } = "s3:GetObject";

    /// <summary>The key of the object, for actions on objects.</summary>
    public string Key { get; init; } = string.Empty;

    /// <summary>Whether it goes to the bucket itself and not through the access point.</summary>
    public bool IsDirect { get; init; }

    /// <summary>The Region that serves it; null where <see cref="From"/> says so.</summary>
    public RegionId? Region { get; init; }

    /// <summary>The place it is sent from, by its id, when routing picks the Region.</summary>
    public string? From { get; init; }

    /// <summary>When it is sent.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What is set by hand: keys with their values; no values say that the request does not have the key.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Context { get; init; } = NoContext;
}
