using System.Text.Json.Serialization;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Identity;

/// <summary>A role.</summary>
/// <param name="Account">The account that holds it.</param>
/// <param name="Path">Its path, <c>/</c> at least.</param>
/// <param name="Id">Its unique ID.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Trust">Its trust policy: who may assume it.</param>
internal sealed record IamRole(AccountId Account, string Path, string Name, string Id, DateTimeOffset CreatedAt, PolicyText Trust)
    : IamEntity(Account, Path, Name, Id, CreatedAt)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override EntityType Type => EntityType.Role;

    /// <summary>What it is for; null when nobody said.</summary>
    public string? Description { get; init; }

    /// <summary>How long a session may be at most: 3,600 to 43,200 seconds.</summary>
    public int MaxSessionSeconds { get; init; } = 3600;
}
