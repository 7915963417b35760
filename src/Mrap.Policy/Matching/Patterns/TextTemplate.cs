using System.Buffers;
using Mrap.Policy.Matching.Context;

namespace Mrap.Policy.Matching.Patterns;

/// <summary>A text of a policy made ready for comparing: wildcards marked, policy variables found.</summary>
internal sealed class TextTemplate
{
    private const int StackLimit = 512;

    private readonly TextMatch _match;
    private readonly TextPart[] _parts;
    private readonly string _text = "";
    private readonly GlobMark[] _marks = [];
    private readonly int _literalPrefix;

    private TextTemplate(TextPart[] parts, TextMatch match)
    {
        _parts = parts;
        _match = match;
        HasVariables = Array.Exists(parts, part => part.Key is not null);
        if (!HasVariables)
        {
            _text = parts.Length == 1 ? parts[0].Text! : string.Concat(parts.Select(part => part.Text));
            _marks = parts.Length == 1 ? parts[0].Marks! : [.. parts.SelectMany(part => part.Marks!)];
            var first = _marks.AsSpan().IndexOfAnyExcept(GlobMark.Literal);
            _literalPrefix = first < 0 ? _text.Length : first;
        }
    }

    /// <summary>Whether the text differs from request to request.</summary>
    public bool HasVariables { get; }

    /// <summary>Makes a template.</summary>
    public static TextTemplate Compile(ReadOnlySpan<char> text, TextMatch match, bool withVariables) =>
        new(TextTemplateReader.Read(text, match is TextMatch.Like or TextMatch.Arn, withVariables), match);

    /// <summary>Whether a text of the request matches; a variable without a value and without a default matches nothing.</summary>
    public bool Matches(ReadOnlySpan<char> value, RequestContext context)
    {
        if (HasVariables)
        {
            return MatchesReplaced(value, context);
        }

        if (_match != TextMatch.Like)
        {
            return Compare(_text, _marks, value);
        }

        var rest = _text.Length - _literalPrefix;
        return value.StartsWith(_text.AsSpan(0, _literalPrefix), StringComparison.Ordinal)
            && (rest == 0
                ? value.Length == _literalPrefix
                : (rest == 1 && _marks[^1] == GlobMark.Star)
                    || Glob.Matches(_text.AsSpan(_literalPrefix), _marks.AsSpan(_literalPrefix), value[_literalPrefix..]));
    }

    private bool MatchesReplaced(ReadOnlySpan<char> value, RequestContext context)
    {
        var length = 0;
        foreach (var part in _parts)
        {
            if (ValueOf(part, context) is not { } text)
            {
                return false;
            }

            length += text.Length;
        }

        if (length <= StackLimit)
        {
            return MatchesReplaced(stackalloc char[length], stackalloc GlobMark[length], value, context);
        }

        var characters = ArrayPool<char>.Shared.Rent(length);
        var marks = ArrayPool<GlobMark>.Shared.Rent(length);
        var matches = MatchesReplaced(characters.AsSpan(0, length), marks.AsSpan(0, length), value, context);
        ArrayPool<char>.Shared.Return(characters);
        ArrayPool<GlobMark>.Shared.Return(marks);
        return matches;
    }

    private bool MatchesReplaced(Span<char> characters, Span<GlobMark> marks, ReadOnlySpan<char> value, RequestContext context)
    {
        var at = 0;
        foreach (var part in _parts)
        {
            var text = ValueOf(part, context)!;
            text.CopyTo(characters[at..]);
            if (part.Marks is null)
            {
                marks.Slice(at, text.Length).Clear();
            }
            else
            {
                part.Marks.CopyTo(marks[at..]);
            }

            at += text.Length;
        }

        return Compare(characters, marks, value);
    }

    private bool Compare(ReadOnlySpan<char> text, ReadOnlySpan<GlobMark> marks, ReadOnlySpan<char> value) => _match switch
    {
        TextMatch.Exact => value.SequenceEqual(text),
        TextMatch.IgnoreCase => value.Equals(text, StringComparison.OrdinalIgnoreCase),
        TextMatch.Like => Glob.Matches(text, marks, value),
        TextMatch.Arn => FieldGlob.Matches(text, marks, value),
    };

    private static string? ValueOf(TextPart part, RequestContext context) =>
        part.Key is null ? part.Text : context.Find(part.Key) is [var only] ? only : part.Text;
}
