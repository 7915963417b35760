using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Identity;

/// <summary>A session that STS started: temporary credentials of a user, a root user or a role.</summary>
/// <param name="AccessKeyId">The temporary key.</param>
/// <param name="Secret">The secret that goes with it.</param>
/// <param name="Token">The session token that goes with it.</param>
/// <param name="Account">The account of the principal.</param>
/// <param name="PrincipalId">The unique ID of the user or role; a root user's is its account.</param>
/// <param name="PrincipalName">The name of the user or role; <c>root</c> for a root user.</param>
/// <param name="IssuedAt">When it began.</param>
/// <param name="ExpiresAt">When it ends.</param>
internal sealed record TemporarySession(
    string AccessKeyId, string Secret, string Token, AccountId Account, string PrincipalId, string PrincipalName, DateTimeOffset IssuedAt,
    DateTimeOffset ExpiresAt)
{
    private static readonly ImmutableSortedDictionary<string, string> s_noTags =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a role's session; null for a user's.</summary>
    public string? RoleSessionName { get; init; }

    /// <summary>The session policy passed as a document; null for none.</summary>
    public PolicyText? Policy { get; init; }

    /// <summary>The managed policies passed as session policies.</summary>
    public ImmutableArray<string> PolicyArns { get; init; } = [];

    /// <summary>The tags passed; they hide the role's own of the same name.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init => field = s_noTags.AddRange(value); } = s_noTags;

    /// <summary>The names of the tags that further sessions started from this one inherit.</summary>
    public ImmutableArray<string> TransitiveTagKeys { get; init; } = [];

    /// <summary>Who is said to stand behind the session; null when nobody said.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>Names the key without its secrets.</summary>
    public override string ToString() => AccessKeyId;
}
