using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Control;

/// <summary>What is set for whole accounts: their Block Public Access. A change is durable before it is seen.</summary>
internal sealed class AccountSettings(ControlDatabase database) : IAccountBlocks
{
    private readonly Lock _gate = new();
    private volatile ImmutableDictionary<AccountId, BlockPublicAccess> _blocks =
        database.Accounts().ToImmutableDictionary(pair => pair.Account, pair => pair.Block);

    /// <inheritdoc/>
    public BlockPublicAccess? FindBlock(AccountId account) => _blocks.GetValueOrDefault(account);

    /// <summary>Sets the Block Public Access of an account; null removes it.</summary>
    public void SetBlock(AccountId account, BlockPublicAccess? block)
    {
        lock (_gate)
        {
            database.Save(account, block);
            _blocks = block is null ? _blocks.Remove(account) : _blocks.SetItem(account, block);
        }
    }

    /// <summary>Removes every setting.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            database.RemoveAccounts();
            _blocks = ImmutableDictionary<AccountId, BlockPublicAccess>.Empty;
        }
    }
}
