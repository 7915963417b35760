using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Identity;

/// <summary>What users and roles have in common.</summary>
/// <param name="Account">The account that holds it.</param>
/// <param name="Path">Its path, <c>/</c> at least.</param>
/// <param name="Name">Its name, unique in the account without regard to case.</param>
/// <param name="Id">Its unique ID, never used again.</param>
/// <param name="CreatedAt">When it was created.</param>
internal abstract record IamEntity(AccountId Account, string Path, string Name, string Id, DateTimeOffset CreatedAt)
{
    private static readonly ImmutableSortedDictionary<string, string> s_noTags =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);
    private static readonly ImmutableSortedDictionary<string, PolicyText> s_noPolicies =
        ImmutableSortedDictionary.Create<string, PolicyText>(StringComparer.Ordinal);

    /// <summary>Whether it is a user or a role.</summary>
    [JsonIgnore]
    public abstract EntityType Type { get; }

    /// <summary>Its ARN.</summary>
    [JsonIgnore]
    public string Arn => ArnOf(Account, Type, Path + Name);

    /// <summary>Its tags; names are told apart without regard to case.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init => field = s_noTags.AddRange(value); } = s_noTags;

    /// <summary>The inline policies by name.</summary>
    public ImmutableSortedDictionary<string, PolicyText> Inline { get; init => field = s_noPolicies.AddRange(value); } = s_noPolicies;

    /// <summary>The ARNs of the managed policies attached, in the order in which they were.</summary>
    public ImmutableArray<string> Attached { get; init; } = [];

    /// <summary>The ARN of the managed policy that is its permissions boundary; null for none.</summary>
    public string? Boundary { get; init; }

    /// <summary>The ARN of a user or role.</summary>
    /// <param name="type">User or role.</param>
    /// <param name="name">The name behind its path.</param>
    public static string ArnOf(AccountId account, EntityType type, string name) =>
        $"arn:aws:iam::{account}:{(type == EntityType.User ? "user" : "role")}{name}";
}
