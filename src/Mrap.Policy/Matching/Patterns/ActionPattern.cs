namespace Mrap.Policy.Matching.Patterns;

/// <summary>One entry of Action or NotAction: a service prefix and a name, compared without case.</summary>
internal sealed class ActionPattern
{
    private readonly string _text;
    private readonly GlobMark[] _marks;
    private readonly int _colon;
    private readonly Form _form;

    private ActionPattern(string text, GlobMark[] marks, int colon, Form form)
    {
        _text = text;
        _marks = marks;
        _colon = colon;
        _form = form;
    }

    private enum Form
    {
        Everything,
        Nothing,
        Exact,
        Prefix,
        Pattern,
    }

    /// <summary>Makes a pattern. An entry that is neither `*` nor a prefix, a colon and a name matches nothing.</summary>
    public static ActionPattern Compile(string entry)
    {
        var part = TextTemplateReader.Read(Fold(entry), withWildcards: true, withVariables: false)[0];
        var text = part.Text!;
        var marks = part.Marks!;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var first = marks.AsSpan().IndexOfAnyExcept(GlobMark.Literal);
        var form = text == "*" ? Form.Everything
            : colon < 0 || text.AsSpan().ContainsAny(" \t\r\n") ? Form.Nothing
            : first < 0 ? Form.Exact
            : first == text.Length - 1 && first > colon && marks[first] == GlobMark.Star ? Form.Prefix
            : Form.Pattern;
        return new ActionPattern(form == Form.Prefix ? text[..^1] : text, marks, colon, form);
    }

    /// <summary>An action as the patterns compare it: capital letters of ASCII made small.</summary>
    public static string Fold(string action) => string.Create(action.Length, action, static (folded, text) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = char.IsAsciiLetterUpper(text[i]) ? (char)(text[i] | 0x20) : text[i];
        }
    });

    /// <summary>Whether a folded action matches.</summary>
    public bool Matches(string action) => _form switch
    {
        Form.Everything => true,
        Form.Nothing => false,
        Form.Exact => action.AsSpan().SequenceEqual(_text),
        Form.Prefix => action.AsSpan().StartsWith(_text, StringComparison.Ordinal),
        Form.Pattern => MatchesPattern(action),
    };

    private bool MatchesPattern(ReadOnlySpan<char> action)
    {
        var colon = action.IndexOf(':');
        return colon >= 0
            && Glob.Matches(_text.AsSpan(0, _colon), _marks.AsSpan(0, _colon), action[..colon])
            && Glob.Matches(_text.AsSpan(_colon + 1), _marks.AsSpan(_colon + 1), action[(colon + 1)..]);
    }
}
