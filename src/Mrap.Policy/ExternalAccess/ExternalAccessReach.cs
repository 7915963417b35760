using System.Collections.Immutable;

namespace Mrap.Policy.ExternalAccess;

/// <summary>
/// What somebody outside the owner's account reaches by one grant, once every layer has been asked. Their own account must permit it too,
/// where they have one.
/// </summary>
/// <param name="Grant">The grant: who it names, its resources and the conditions that must hold.</param>
/// <param name="Allowed">The actions that get through, by name in ordinal order.</param>
/// <param name="Refused">The actions that the grant names and that something else refuses, by name in ordinal order.</param>
/// <param name="Refusal">Why the first of <paramref name="Refused"/> is refused, as a sentence; nothing when none is.</param>
public sealed record ExternalAccessReach(
    ExternalAccessGrant Grant, ImmutableArray<string> Allowed, ImmutableArray<string> Refused, string? Refusal)
{
    /// <summary>Whether anything gets through.</summary>
    public bool IsOpen => !Allowed.IsEmpty;
}
