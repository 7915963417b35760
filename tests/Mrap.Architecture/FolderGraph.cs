using System.Collections.Immutable;

namespace Mrap.Architecture;

/// <summary>Which folders use which, a folder being a namespace: folders below one another are as separate as those beside.</summary>
internal sealed class FolderGraph
{
    private readonly Dictionary<string, Dictionary<string, List<TypeUse>>> _uses;

    /// <summary>Makes the graph from uses between types of one room; those within one folder are left out.</summary>
    public FolderGraph(IEnumerable<TypeUse> uses) => _uses = uses
        .Where(use => use.UserFolder != use.UsedFolder)
        .Distinct()
        .GroupBy(use => use.UserFolder)
        .ToDictionary(
            user => user.Key, user => user.GroupBy(use => use.UsedFolder).ToDictionary(used => used.Key, used => used.ToList()));

    /// <summary>The circles, each set of folders that reach one another once, ordered by their folders.</summary>
    public ImmutableArray<FolderCircle> Circles
    {
        get
        {
            var reached = _uses.Keys.ToDictionary(folder => folder, Reached);
            return
            [
                .. reached.Where(found => found.Value.Contains(found.Key))
                    .Select(
                        found => found.Value.Where(folder => reached.TryGetValue(folder, out var back) && back.Contains(found.Key))
                            .Order(StringComparer.Ordinal).ToImmutableArray())
                    .DistinctBy(folders => string.Join(' ', folders))
                    .OrderBy(folders => folders[0], StringComparer.Ordinal)
                    .Select(CircleOf),
            ];
        }
    }

    private FolderCircle CircleOf(ImmutableArray<string> folders)
    {
        var weakest = folders
            .SelectMany(folder => _uses[folder].Where(used => folders.Contains(used.Key)).Select(used => used.Value))
            .OrderBy(uses => uses.Count).ThenBy(uses => uses[0].User, StringComparer.Ordinal)
            .First();
        return new FolderCircle(folders, WayBack(weakest[0].UsedFolder, weakest[0].UserFolder), [.. weakest]);
    }

    private HashSet<string> Reached(string start)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var folder))
        {
            foreach (var used in UsedBy(folder).Where(reached.Add))
            {
                open.Enqueue(used);
            }
        }

        return reached;
    }

    // the shortest way from one folder to another, both included
    private ImmutableArray<string> WayBack(string start, string end)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal) { [start] = start };
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var folder) && folder != end)
        {
            foreach (var used in UsedBy(folder).Where(used => before.TryAdd(used, folder)))
            {
                open.Enqueue(used);
            }
        }

        var way = new Stack<string>([end]);
        while (way.Peek() != start)
        {
            way.Push(before[way.Peek()]);
        }

        return [.. way];
    }

    private string[] UsedBy(string folder) => _uses.TryGetValue(folder, out var used) ? [.. used.Keys] : [];
}
