using System.Text;

namespace Mrap.Policy.Checks.Arns;

/// <summary>The form of a field of ARNs: plain text between variables that stand for one character or more.</summary>
internal sealed class ResourceShape
{
    private readonly string _text;
    private readonly Mark[] _marks;

    private ResourceShape(string text, Mark[] marks)
    {
        _text = text;
        _marks = marks;
    }

    private enum Mark
    {
        Literal,
        Name,
        Path,
    }

    /// <summary>
    /// Makes a form from a format such as `${BucketName}/${ObjectName}`: the first variable names one thing and has no slash, those behind
    /// it may.
    /// </summary>
    public static ResourceShape Of(string format)
    {
        var text = new StringBuilder();
        var marks = new List<Mark>();
        var at = 0;
        while (at < format.Length)
        {
            var end = format[at] == '$' ? format.IndexOf('}', at) : -1;
            marks.Add(end < 0 ? Mark.Literal : marks.Contains(Mark.Name) ? Mark.Path : Mark.Name);
            text.Append(end < 0 ? format[at] : '\0');
            at = (end < 0 ? at : end) + 1;
        }

        return new ResourceShape(text.ToString(), [.. marks]);
    }

    /// <summary>
    /// Whether some text of this form matches a pattern; a policy variable in the pattern counts as a star. The work is at most pattern
    /// length times form length.
    /// </summary>
    public bool CanMatch(ReadOnlySpan<char> pattern)
    {
        // reached[j]: what is read of the pattern can stand for the first j parts of the form
        Span<bool> reached = stackalloc bool[_text.Length + 1];
        Span<bool> inside = stackalloc bool[_text.Length + 1];
        reached[0] = true;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '*' || (pattern[i] == '$' && i + 1 < pattern.Length && pattern[i + 1] == '{'))
            {
                if (pattern[i] == '$')
                {
                    var end = pattern[i..].IndexOf('}');
                    i = end < 0 ? pattern.Length : i + end;
                }

                SpreadStar(reached, inside);
                continue;
            }

            if (!StepOver(pattern[i], reached, inside))
            {
                return false;
            }
        }

        return reached[^1];
    }

    private void SpreadStar(Span<bool> reached, Span<bool> inside)
    {
        for (var j = 0; j < _text.Length; j++)
        {
            inside[j] |= reached[j] && _marks[j] != Mark.Literal;
            reached[j + 1] |= reached[j] || inside[j];
        }
    }

    // inside[j]: part j is a variable that has begun; once begun it may end at any character
    private bool StepOver(char c, Span<bool> reached, Span<bool> inside)
    {
        var any = false;
        for (var j = _text.Length - 1; j >= 0; j--)
        {
            var takes = _marks[j] switch
            {
                Mark.Literal => c == '?' || c == _text[j],
                Mark.Name => c != '/',
                Mark.Path => true,
            };
            var begun = takes && (reached[j] || (_marks[j] != Mark.Literal && inside[j]));
            inside[j] = begun && _marks[j] != Mark.Literal;
            reached[j + 1] = begun;
            any |= begun;
        }

        reached[0] = false;
        return any;
    }
}
