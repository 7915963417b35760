using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Policies;

/// <summary>Block Public Access of an account (AWS page "GetPublicAccessBlock").</summary>
/// <param name="Block">The four switches, all off where they were never set; or why they could not be read, as of another owner's
/// account.</param>
public sealed record AccountBlock(AccountId Account, Outcome<BlockPublicAccess> Block);
