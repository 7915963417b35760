using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Identity;

/// <summary>A user.</summary>
/// <param name="Account">The account that holds it.</param>
/// <param name="Path">Its path, <c>/</c> at least.</param>
/// <param name="Id">Its unique ID.</param>
/// <param name="CreatedAt">When it was created.</param>
internal sealed record IamUser(AccountId Account, string Path, string Name, string Id, DateTimeOffset CreatedAt)
    : IamEntity(Account, Path, Name, Id, CreatedAt)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override EntityType Type => EntityType.User;

    /// <summary>Its access keys.</summary>
    public ImmutableArray<AccessKey> Keys { get; init; } = [];

    /// <summary>Whether the settings name it.</summary>
    public bool IsOfSettings { get; init; }

    /// <summary>
    /// The names of the inline policies and the IDs of the keys that the settings give it: they cannot be changed, and are not kept.
    /// </summary>
    [JsonIgnore]
    public FrozenSet<string> Given { get; init; } = [];

    /// <summary>The part of the user that is kept: without what the settings give.</summary>
    public IamUser Kept() => this with
    {
        Keys = [.. Keys.Where(key => !Given.Contains(key.Id))],
        Inline = Inline.RemoveRange(Given),
    };

    /// <summary>Names the user without its keys.</summary>
    public override string ToString() => Arn;
}
