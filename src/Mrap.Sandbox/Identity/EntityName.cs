using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Identity;

/// <summary>A name within an account; names are told apart without regard to case (IAM User Guide, "IAM identifiers").</summary>
internal readonly record struct EntityName(AccountId Account, string Name) : IComparable<EntityName>
{
    /// <inheritdoc/>
    public bool Equals(EntityName other) => Account == other.Account && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Account, StringComparer.OrdinalIgnoreCase.GetHashCode(Name));

    /// <inheritdoc/>
    public int CompareTo(EntityName other)
    {
        var byAccount = Account.CompareTo(other.Account);
        return byAccount != 0 ? byAccount : string.Compare(Name, other.Name, StringComparison.OrdinalIgnoreCase);
    }
}
