using System.Collections.Immutable;
using Mrap.Aws.Policies;
using Mrap.Core.Permissions;

namespace Mrap.Web.Components.AccessPoints.Permissions;

/// <summary>What one switch of Block Public Access comes to over all levels: what is on anywhere is on.</summary>
/// <param name="Setting">The switch.</param>
/// <param name="IsOn">Whether it is in effect; null when no level that could be read has it on and some could not be read.</param>
/// <param name="Words">The same as a sentence that names the levels; names stand in backticks.</param>
public sealed record BlockVerdict(BlockSetting Setting, bool? IsOn, string Words)
{
    private const int MaxNamed = 3;

    /// <summary>The verdict of each switch.</summary>
    public static ImmutableArray<BlockVerdict> Of(ImmutableArray<BlockLevel> levels) =>
        [.. BlockSetting.All.Select(setting => Of(setting, levels))];

    private static BlockVerdict Of(BlockSetting setting, ImmutableArray<BlockLevel> levels)
    {
        var on = levels.Where(level => level.Block.IsSuccess && setting.IsOn(level.Block.Value)).ToList();
        if (on.Count > 0)
        {
            return new BlockVerdict(setting, IsOn: true, $"{setting.Effect} {List(on)}.");
        }

        var unread = levels.Count(level => !level.Block.IsSuccess);
        return unread == 0
            ? new BlockVerdict(setting, IsOn: false, setting.OffEffect)
            : new BlockVerdict(
                setting, IsOn: null,
                $"Nothing that could be read has it on; {(unread == 1 ? "one level" : $"{unread} levels")} could not be read.");
    }

    private static string List(List<BlockLevel> levels)
    {
        if (levels.Count <= MaxNamed)
        {
            var names = levels.ConvertAll(level => level.Words);
            return string.Join(" and ", new[] { string.Join(", ", names.SkipLast(1)), names[^1] }.Where(part => part.Length > 0));
        }

        var named = levels.Take(MaxNamed - 1).ToList();
        var rest = levels.Skip(MaxNamed - 1).ToList();
        var areBuckets = rest.TrueForAll(level => level.Kind == BlockLevelKind.Bucket);
        var other = areBuckets && !named.Exists(level => level.Kind == BlockLevelKind.Bucket) ? string.Empty : "other ";
        return $"{string.Join(", ", named.Select(level => level.Words))} and {rest.Count} {other}{(areBuckets ? "buckets" : "levels")}";
    }
}
