using System.Collections.Immutable;
using Mrap.Aws.Requests;

namespace Mrap.Web.Components.AccessPoints.Requests;

/// <summary>What a list shows below a prefix: folders, made of the keys' slashes, and objects.</summary>
/// <param name="Folders">The prefixes one level down, each ending with a slash, in order.</param>
/// <param name="Objects">The objects at this level.</param>
public sealed record ObjectFolder(string Prefix, ImmutableArray<string> Folders, ImmutableArray<ListedObject> Objects)
{
    /// <summary>Sorts a flat list into a folder.</summary>
    public static ObjectFolder Of(string prefix, IEnumerable<ListedObject> listed)
    {
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        var objects = ImmutableArray.CreateBuilder<ListedObject>();
        var level = prefix[..(prefix.LastIndexOf('/') + 1)];
        foreach (var item in listed)
        {
            var slash = item.Key.StartsWith(level, StringComparison.Ordinal) ? item.Key.IndexOf('/', level.Length) : -1;
            if (slash >= 0 && slash < item.Key.Length - 1)
            {
                folders.Add(item.Key[..(slash + 1)]);
            }
            else
            {
                objects.Add(item);
            }
        }

        return new ObjectFolder(prefix, [.. folders], objects.ToImmutable());
    }

    /// <summary>The folders above, from the outermost on, each with its name and prefix.</summary>
    public ImmutableArray<(string Name, string Prefix)> Path
    {
        get
        {
            var path = ImmutableArray.CreateBuilder<(string Name, string Prefix)>();
            var from = 0;
            for (var slash = Prefix.IndexOf('/'); slash >= 0; slash = Prefix.IndexOf('/', from))
            {
                path.Add((Prefix[from..slash], Prefix[..(slash + 1)]));
                from = slash + 1;
            }

            return path.ToImmutable();
        }
    }
}
