using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Core.Permissions;

/// <summary>One of the four switches of Block Public Access (AWS page "PublicAccessBlockConfiguration").</summary>
/// <param name="Name">Its name in the API.</param>
/// <param name="Short">What it does, in two words.</param>
/// <param name="IsOn">Reads it.</param>
/// <param name="Effect">What it does where it is on, up to the names of the levels: <c>New public ACLs are refused by</c>.</param>
/// <param name="OffEffect">What is so where no level has it on.</param>
public sealed record BlockSetting(string Name, string Short, Func<BlockPublicAccess, bool> IsOn, string Effect, string OffEffect)
{
    /// <summary>The four switches.</summary>
    public static ImmutableArray<BlockSetting> All { get; } =
    [
        new(
            nameof(BlockPublicAccess.BlockPublicAcls), "Block ACLs", block =>
                block.BlockPublicAcls, "New ACLs that would let everyone in are refused by", "ACLs that let everyone in can be put."),
        new(
            nameof(BlockPublicAccess.IgnorePublicAcls), "Ignore ACLs", block =>
                block.IgnorePublicAcls, "ACLs that let everyone in count for nothing because of", "ACLs that let everyone in work."),
        new(
            nameof(BlockPublicAccess.BlockPublicPolicy), "Block policies", block =>
                block.BlockPublicPolicy, "Public policies are refused by", "Public policies can be saved."),
        new(
            nameof(BlockPublicAccess.RestrictPublicBuckets), "Restrict access", block =>
                block.RestrictPublicBuckets, "Where a policy is public, only the owner's account and AWS services get in, because of",
                "Public policies let everyone in."),
    ];
}
