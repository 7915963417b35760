namespace Mrap.Core.AccessPoints;

/// <summary>The four Block Public Access switches (AWS page "Blocking public access to your Amazon S3 storage").</summary>
/// <param name="BlockPublicAcls">Refuse to put public ACLs.</param>
/// <param name="IgnorePublicAcls">Disregard public ACLs that exist.</param>
/// <param name="BlockPublicPolicy">Refuse to put a policy that is public.</param>
/// <param name="RestrictPublicBuckets">While the policy is public, let in only service principals and the owner's account.</param>
public sealed record BlockPublicAccess(bool BlockPublicAcls, bool IgnorePublicAcls, bool BlockPublicPolicy, bool RestrictPublicBuckets)
{
    /// <summary>All four on: the default of a new access point and of a new bucket.</summary>
    public static BlockPublicAccess AllOn { get; } = new(true, true, true, true);

    /// <summary>All four off.</summary>
    public static BlockPublicAccess AllOff { get; } = new(false, false, false, false);

    /// <summary>What is in effect where several levels set it: a switch that is on at any level is on.</summary>
    /// <param name="levels">What each level sets.</param>
    /// <returns>The switches in effect; all off without levels.</returns>
    public static BlockPublicAccess Effective(IEnumerable<BlockPublicAccess> levels) =>
        levels.Aggregate(AllOff, (all, level) => new BlockPublicAccess(
        all.BlockPublicAcls || level.BlockPublicAcls,
        all.IgnorePublicAcls || level.IgnorePublicAcls,
        all.BlockPublicPolicy || level.BlockPublicPolicy,
        all.RestrictPublicBuckets || level.RestrictPublicBuckets));

    /// <summary>Whether all four are on.</summary>
    public bool IsAllOn => BlockPublicAcls && IgnorePublicAcls && BlockPublicPolicy && RestrictPublicBuckets;
}
