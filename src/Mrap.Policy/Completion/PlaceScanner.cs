using System.Collections.Immutable;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Completion;

/// <summary>
/// Finds out where an offset lies by reading the text up to it; what comes behind does not matter, so it works on unfinished text.
/// </summary>
internal sealed class PlaceScanner
{
    private const int MaxDepth = 32;

    private readonly string _text;
    private readonly int _offset;
    private readonly List<Frame> _frames = [];
    private int _at;

    private PlaceScanner(string text, int offset)
    {
        _text = text;
        _offset = offset;
    }

    private enum Wanted
    {
        Name,
        Colon,
        Value,
        Comma,
    }

    /// <summary>The place of an offset; nothing where no word can stand.</summary>
    public static CompletionPlace? Find(string text, int offset) => new PlaceScanner(text, offset).Scan();

    private CompletionPlace? Scan()
    {
        while (_at < _offset)
        {
            var c = _text[_at];
            if (c == '"')
            {
                var end = EndOfQuoted(_at, out var isClosed);
                if (_offset < end || (_offset == end && !isClosed))
                {
                    return InWord(_at, isQuoted: true);
                }

                Take(_text[(_at + 1)..(isClosed ? end - 1 : end)]);
                _at = end;
            }
            else if (c == '/' && _at + 1 < _text.Length && _text[_at + 1] is '/' or '*')
            {
                _at = EndOfComment(_at);
                if (_at > _offset)
                {
                    return null;
                }
            }
            else if (c is '{' or '[')
            {
                if (_frames.Count == MaxDepth)
                {
                    return null;
                }

                _frames.Add(new Frame(c == '{', Name: null, c == '{' ? Wanted.Name : Wanted.Value));
                _at++;
            }
            else if (c is '}' or ']' or ',' or ':')
            {
                Punctuate(c);
                _at++;
            }
            else if (char.IsWhiteSpace(c))
            {
                _at++;
            }
            else
            {
                var end = _at;
                while (end < _text.Length && IsBare(_text[end]))
                {
                    end++;
                }

                if (_offset <= end)
                {
                    return InWord(_at, isQuoted: false);
                }

                Take(_text[_at..end]);
                _at = Math.Max(end, _at + 1);
            }
        }

        return _frames is [.., { Wanted: Wanted.Name or Wanted.Value }] ? InWord(_offset, isQuoted: false) : null;
    }

    private void Take(string word)
    {
        if (_frames.Count == 0)
        {
            return;
        }

        // a word where a comma should stand starts the next entry: the comma was forgotten
        var frame = _frames[^1];
        _frames[^1] = frame.IsObject && frame.Wanted is Wanted.Name or Wanted.Comma
            ? frame with { Name = word, Wanted = Wanted.Colon }
            : frame with { Wanted = Wanted.Comma };
    }

    private void Punctuate(char c)
    {
        if (_frames.Count == 0)
        {
            return;
        }

        if (c is '}' or ']')
        {
            _frames.RemoveAt(_frames.Count - 1);
            if (_frames.Count > 0)
            {
                _frames[^1] = _frames[^1] with { Wanted = Wanted.Comma };
            }
        }
        else if (c == ',')
        {
            _frames[^1] = _frames[^1] with { Name = null, Wanted = _frames[^1].IsObject ? Wanted.Name : Wanted.Value };
        }
        else if (_frames[^1].IsObject)
        {
            _frames[^1] = _frames[^1] with { Wanted = Wanted.Value };
        }
    }

    private CompletionPlace? InWord(int start, bool isQuoted)
    {
        if (_frames.Count == 0 || _frames[^1].Wanted == Wanted.Colon)
        {
            return null;
        }

        var inner = _frames[^1];
        var isName = inner.IsObject && inner.Wanted is Wanted.Name or Wanted.Comma;
        var path = ImmutableArray.CreateBuilder<string>();
        foreach (var frame in _frames)
        {
            if (frame.IsObject && frame.Name is { } name && !(isName && ReferenceEquals(frame, inner)))
            {
                path.Add(name);
            }
        }

        var end = EndOfWord(start, isQuoted);
        var rest = end;
        while (rest < _text.Length && char.IsWhiteSpace(_text[rest]))
        {
            rest++;
        }

        return new CompletionPlace(
            path.DrainToImmutable(),
            isName,
            new TextSpan(start, end - start),
            isQuoted,
            _text[Math.Min(_offset, start + (isQuoted ? 1 : 0)).._offset],
            rest < _text.Length && _text[rest] == ':');
    }

    // behind the offset only what plainly belongs to the word goes: a string without its closing quote may run into what follows
    private int EndOfWord(int start, bool isQuoted)
    {
        var end = _offset;
        if (!isQuoted)
        {
            while (end > start && end < _text.Length && IsBare(_text[end]))
            {
                end++;
            }

            return end;
        }

        while (end < _text.Length && _text[end] is not ('"' or '\\' or ',' or '\n' or '\r' or ' ' or '\t'))
        {
            end++;
        }

        return end < _text.Length && _text[end] == '"' ? end + 1 : _offset;
    }

    private int EndOfQuoted(int start, out bool isClosed)
    {
        for (var i = start + 1; i < _text.Length; i++)
        {
            switch (_text[i])
            {
                case '"':
                    isClosed = true;
                    return i + 1;
                case '\n' or '\r':
                    isClosed = false;
                    return i;
                case '\\':
                    i++;
                    break;
            }
        }

        isClosed = false;
        return _text.Length;
    }

    private int EndOfComment(int start)
    {
        var isBlock = _text[start + 1] == '*';
        var end = isBlock ? _text.IndexOf("*/", start + 2, StringComparison.Ordinal) : _text.AsSpan(start).IndexOfAny('\n', '\r');
        return end < 0 ? _text.Length + 1 : isBlock ? end + 2 : start + end;
    }

    private static bool IsBare(char c) => !char.IsWhiteSpace(c) && c is not (',' or ':' or '{' or '}' or '[' or ']' or '"');

    private sealed record Frame(bool IsObject, string? Name, Wanted Wanted);
}
