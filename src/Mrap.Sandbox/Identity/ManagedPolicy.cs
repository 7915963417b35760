using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Identity;

/// <summary>A policy with an ARN of its own.</summary>
/// <param name="Account">The account that holds it; null for one that AWS made.</param>
/// <param name="Path">Its path, <c>/</c> at least.</param>
/// <param name="Name">Its name, unique in the account without regard to case.</param>
/// <param name="Id">Its unique ID.</param>
/// <param name="CreatedAt">When it was created.</param>
internal sealed record ManagedPolicy(AccountId? Account, string Path, string Name, string Id, DateTimeOffset CreatedAt)
{
    private static readonly ImmutableSortedDictionary<string, string> s_noTags =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Its ARN.</summary>
    [JsonIgnore]
    public string Arn => ArnOf(Account, Path + Name);

    /// <summary>What it is for; null when nobody said.</summary>
    public string? Description { get; init; }

    /// <summary>Its tags; names are told apart without regard to case.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init => field = s_noTags.AddRange(value); } = s_noTags;

    /// <summary>Its versions, oldest first; one at least.</summary>
    public required ImmutableArray<ManagedPolicyVersion> Versions { get; init; }

    /// <summary>The number of the version that counts.</summary>
    public int DefaultVersion { get; init; } = 1;

    /// <summary>The number of the version that was made last, whether it is still there or not.</summary>
    public int LastVersion { get; init; } = 1;

    /// <summary>The version that counts.</summary>
    [JsonIgnore]
    public ManagedPolicyVersion Default => Versions.First(version => version.Number == DefaultVersion);

    /// <summary>When a version was last made.</summary>
    [JsonIgnore]
    public DateTimeOffset UpdatedAt => Versions.Max(version => version.CreatedAt);

    /// <summary>The ARN of a policy.</summary>
    /// <param name="account">The account; null for AWS.</param>
    /// <param name="name">The name behind its path.</param>
    public static string ArnOf(AccountId? account, string name) => $"arn:aws:iam::{account?.Value ?? "aws"}:policy{name}";
}
