using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Control;

/// <summary>Knows the Block Public Access of accounts.</summary>
internal interface IAccountBlocks
{
    /// <summary>The Block Public Access of an account; null when it is not set.</summary>
    BlockPublicAccess? FindBlock(AccountId account);
}
