using System.Collections.Immutable;
using Mrap.Policy.Model;

namespace Mrap.Core.Permissions;

/// <summary>Who gains and who loses when one policy takes the place of another.</summary>
/// <param name="Gained">What is allowed now and was not before, and denials that are gone.</param>
/// <param name="Lost">What was allowed and no longer is, and new denials.</param>
public sealed record AccessChange(ImmutableArray<AccessLine> Gained, ImmutableArray<AccessLine> Lost)
{
    /// <summary>Whether the policies permit and forbid the same.</summary>
    public bool IsNone => Gained.IsEmpty && Lost.IsEmpty;

    /// <summary>Compares two policies of an access point.</summary>
    public static AccessChange Of(string? before, string after, string ownerAccount)
    {
        var (old, now) = (AccessLine.Of(before, ownerAccount), AccessLine.Of(after, ownerAccount));
        var (added, removed) = (now.Except(old).ToList(), old.Except(now).ToList());
        return new AccessChange(
            [.. added.Where(line => line.Effect == PolicyEffect.Allow), .. removed.Where(line => line.Effect == PolicyEffect.Deny)],
            [.. removed.Where(line => line.Effect == PolicyEffect.Allow), .. added.Where(line => line.Effect == PolicyEffect.Deny)]);
    }
}
