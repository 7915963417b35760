using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Policies;

/// <summary>Block Public Access as one level sets it. What is on at any level is on for requests through the access point.</summary>
/// <param name="Kind">What sets it.</param>
/// <param name="Name">The name of the access point or bucket, or the number of the account.</param>
/// <param name="Block">The four switches, or why they could not be read.</param>
public sealed record BlockLevel(BlockLevelKind Kind, string Name, Outcome<BlockPublicAccess> Block)
{
    /// <summary>The level within a sentence; its name stands in backticks.</summary>
    public string Words => Kind switch
    {
        BlockLevelKind.AccessPoint => "this access point",
        BlockLevelKind.Account => $"the account `{Name}`",
        BlockLevelKind.Bucket => $"the bucket `{Name}`",
        _ => throw new InvalidOperationException("no such level"),
    };
}
