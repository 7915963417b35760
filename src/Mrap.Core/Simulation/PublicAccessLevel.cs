using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Core.Simulation;

/// <summary>
/// One of the places where Block Public Access is set (AWS page "Blocking public access to your Amazon S3 storage").
/// </summary>
/// <param name="Name">The place within a sentence.</param>
/// <param name="Block">What is set there.</param>
public sealed record PublicAccessLevel(string Name, BlockPublicAccess Block)
{
    /// <summary>The places that count for a request served by a bucket.</summary>
    public static ImmutableArray<PublicAccessLevel> Of(SimulatedWorld world, SimulatedBucket bucket, bool isDirect)
    {
        var levels = ImmutableArray.CreateBuilder<PublicAccessLevel>();
        if (!isDirect)
        {
            levels.Add(new("the access point", world.AccessPointBlock));
            if (world.Owner is { } owner && owner != bucket.Owner)
            {
                levels.Add(new($"account `{owner}`", world.BlockOf(owner)));
            }
        }

        levels.Add(new($"bucket `{bucket.Name}`", bucket.Block));
        levels.Add(new($"account `{bucket.Owner}`", world.BlockOf(bucket.Owner)));
        return levels.ToImmutable();
    }

    /// <summary>What is in effect: a switch that is on anywhere is on.</summary>
    public static BlockPublicAccess Effective(ImmutableArray<PublicAccessLevel> levels) =>
        BlockPublicAccess.Effective(levels.Select(level => level.Block));
}
