using System.Collections.Immutable;

namespace Mrap.Policy.Editing;

/// <summary>Compares two texts line by line, by their longest common subsequence.</summary>
public static class TextDiff
{
    // beyond this the middle part is shown as replaced whole
    private const long MaxCells = 4_000_000;

    /// <summary>The lines of both texts in one list; removed lines stand before the added ones that take their place.</summary>
    public static ImmutableArray<DiffLine> Compare(string before, string after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        var lines = ImmutableArray.CreateBuilder<DiffLine>(old.Length + now.Length);
        for (var i = 0; i < start; i++)
        {
            lines.Add(new DiffLine(DiffKind.Same, i + 1, i + 1, old[i]));
        }

        Middle(old[start..^end], now[start..^end], start, lines);
        for (var i = end; i > 0; i--)
        {
            lines.Add(new DiffLine(DiffKind.Same, old.Length - i + 1, now.Length - i + 1, old[^i]));
        }

        return lines.ToImmutable();
    }

    /// <summary>The changed lines with a few of their neighbours; each gap is one null.</summary>
    public static ImmutableArray<DiffLine?> Hunks(ImmutableArray<DiffLine> lines, int context = 3)
    {
        var shown = ImmutableArray.CreateBuilder<DiffLine?>();
        var last = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var isNear = lines.AsSpan(
                Math.Max(0, i - context), Math.Min(lines.Length, i + context + 1) - Math.Max(0, i - context)).ContainsAnyChange();
            if (!isNear)
            {
                continue;
            }

            if (i > last + 1)
            {
                shown.Add(null);
            }

            shown.Add(lines[i]);
            last = i;
        }

        if (last >= 0 && last < lines.Length - 1)
        {
            shown.Add(null);
        }

        return shown.ToImmutable();
    }

    private static bool ContainsAnyChange(this ReadOnlySpan<DiffLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Kind != DiffKind.Same)
            {
                return true;
            }
        }

        return false;
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static void Middle(string[] old, string[] now, int start, ImmutableArray<DiffLine>.Builder lines)
    {
        var isComparable = (long)old.Length * now.Length <= MaxCells;
        var common = isComparable ? Common(old, now) : null;
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (common is not null && i < old.Length && j < now.Length && old[i] == now[j])
            {
                lines.Add(new DiffLine(DiffKind.Same, start + i + 1, start + j + 1, old[i]));
                i++;
                j++;
            }
            else if (i < old.Length && (common is null || j == now.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(new DiffLine(DiffKind.Removed, start + i + 1, After: null, old[i]));
                i++;
            }
            else
            {
                lines.Add(new DiffLine(DiffKind.Added, Before: null, start + j + 1, now[j]));
                j++;
            }
        }
    }

    private static int[,] Common(string[] old, string[] now)
    {
        var lengths = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = old[i] == now[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }
}
