namespace Mrap.Policy.Actions;

/// <summary>Finds the name that a mistyped one most likely means.</summary>
public static class EditDistance
{
    private const int MaxLength = 128;
    private const int ShortLength = 5;

    /// <summary>The nearest of several names without case, when it is near enough to be meant; of equally near ones the first.</summary>
    /// <param name="text">The mistyped name; nothing is near to one longer than 128 characters.</param>
    /// <param name="names">What it may mean.</param>
    /// <returns>One of the names, or null when none is near enough.</returns>
    public static string? Nearest(string text, IEnumerable<string> names)
    {
        if (text.Length is 0 or > MaxLength)
        {
            return null;
        }

        // up to one change in a short name, one in four characters and at most four in a long one
        var bound = text.Length <= ShortLength ? 1 : Math.Min(4, (text.Length / 4) + 1);
        string? nearest = null;
        foreach (var name in names)
        {
            var distance = Between(text, name, bound);
            if (distance <= bound)
            {
                nearest = name;
                bound = distance - 1;
                if (bound < 0)
                {
                    break;
                }
            }
        }

        return nearest;
    }

    /// <summary>
    /// How many characters are to be put in, taken out, replaced or swapped with their neighbour; beyond the bound any number above it.
    /// </summary>
    internal static int Between(string left, string right, int bound)
    {
        if (Math.Abs(left.Length - right.Length) > bound || left.Length > MaxLength || right.Length > MaxLength)
        {
            return bound + 1;
        }

        Span<int> beforeLast = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > bound)
            {
                return bound + 1;
            }

            last.CopyTo(beforeLast);
            row.CopyTo(last);
        }

        return last[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
