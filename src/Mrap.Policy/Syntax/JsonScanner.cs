using System.Buffers;
using System.Globalization;
using System.Text;
using Mrap.Policy.Text;

namespace Mrap.Policy.Syntax;

/// <summary>Reads the words of JSON: strings, numbers, literals and the blanks between them.</summary>
internal ref struct JsonScanner
{
    private const string Controls =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f";

    private static readonly SearchValues<char> s_textStops = SearchValues.Create("\"\\" + Controls);

    private readonly string _text;
    private readonly FaultList _faults;

    /// <summary>Starts at the beginning of a text.</summary>
    public JsonScanner(string text, FaultList faults)
    {
        _text = text;
        _faults = faults;
    }

    /// <summary>The offset of the current character.</summary>
    public int Offset { get; private set; }

    /// <summary>Whether the text is used up.</summary>
    public readonly bool IsAtEnd => Offset >= _text.Length;

    /// <summary>The current character, or the zero character at the end.</summary>
    public readonly char Current => Offset < _text.Length ? _text[Offset] : '\0';

    /// <summary>Moves over one character.</summary>
    public void Advance() => Offset++;

    /// <summary>Gives up the rest of the text.</summary>
    public void MoveToEnd() => Offset = _text.Length;

    /// <summary>Moves over white space, and over comments, which it reports.</summary>
    public void SkipBlank()
    {
        while (Offset < _text.Length)
        {
            var c = _text[Offset];
            if (c is ' ' or '\n' or '\r' or '\t')
            {
                Offset++;
            }
            else if (c == '/' && Offset + 1 < _text.Length && _text[Offset + 1] is '/' or '*')
            {
                SkipComment();
            }
            else if (c == '\uFEFF' && Offset == 0)
            {
                Fault("a byte order mark stands before the document", "save the text without it", new TextSpan(0, 1), repair: "");
                Offset++;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Reads a string from its opening quote; a string without an end ends with its line.</summary>
    public string ReadText()
    {
        var start = Offset++;
        var stop = _text.AsSpan(Offset).IndexOfAny(s_textStops);
        if (stop >= 0 && _text[Offset + stop] == '"')
        {
            var plain = _text.Substring(Offset, stop);
            Offset += stop + 1;
            return plain;
        }

        return ReadEscapedText(start);
    }

    /// <summary>Reads a number; what is not one by the grammar is reported and kept as spelled.</summary>
    public string ReadNumber()
    {
        var start = Offset;
        while (Offset < _text.Length && _text[Offset] is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E')
        {
            Offset++;
        }

        var number = _text[start..Offset];
        if (!JsonNumber.IsWellFormed(number))
        {
            Fault(
                $"{DisplayText.Quote(number)} is not a JSON number", "write a plain number or put it in double quotes",
                new TextSpan(start, Offset - start));
        }

        return number;
    }

    /// <summary>Reads up to the next blank, quote or mark of punctuation; at least one character.</summary>
    public ReadOnlySpan<char> ReadWord()
    {
        var start = Offset;
        if (Offset < _text.Length)
        {
            Offset++;
        }

        while (
            Offset < _text.Length
                && _text[Offset] is not (' ' or '\n' or '\r' or '\t' or ',' or ':' or '{' or '}' or '[' or ']' or '"' or '/'))
        {
            Offset++;
        }

        return _text.AsSpan(start, Offset - start);
    }

    private string ReadEscapedText(int start)
    {
        var value = new StringBuilder();
        var hasControl = false;
        while (Offset < _text.Length)
        {
            var stop = _text.AsSpan(Offset).IndexOfAny(s_textStops);
            var plain = stop < 0 ? _text.Length - Offset : stop;
            value.Append(_text, Offset, plain);
            Offset += plain;
            switch (Current)
            {
                case '"':
                    Offset++;
                    return value.ToString();
                case '\\':
                    ReadEscape(value);
                    break;
                case '\n' or '\r':
                    Fault("a string has no closing quote on its line", "close it with a double quote", new TextSpan(start, Offset - start));
                    return value.ToString();
                case var control when !IsAtEnd:
                    if (!hasControl)
                    {
                        Fault(
                            "a string holds a control character",
                            "write it as an escape, such as `\\t`",
                            new TextSpan(Offset, 1),
                            repair: string.Create(CultureInfo.InvariantCulture, $"\\u{(int)control:x4}"));
                        hasControl = true;
                    }

                    value.Append(control);
                    Offset++;
                    break;
            }
        }

        Fault("a string has no closing quote", "close it with a double quote", new TextSpan(start, Offset - start));
        return value.ToString();
    }

    private void ReadEscape(StringBuilder value)
    {
        var start = Offset++;
        var escaped = Current;
        if (escaped == 'u')
        {
            Offset++;
            var digits = _text.AsSpan(Offset, Math.Min(4, _text.Length - Offset));
            if (digits.Length == 4 && ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                value.Append((char)unit);
                Offset += 4;
                return;
            }

            Fault("`\\u` needs four hexadecimal digits", "write four digits", new TextSpan(start, 2));
            return;
        }

        var plain = escaped switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0'
        };
        if (plain == '\0')
        {
            Fault(
                "a backslash starts an escape that JSON does not have", "write the backslash twice", new TextSpan(start, 1), repair: @"\\");
            value.Append('\\');
            return;
        }

        value.Append(plain);
        Offset++;
    }

    private void SkipComment()
    {
        var start = Offset;
        var isBlock = _text[Offset + 1] == '*';
        var end = isBlock ? _text.IndexOf("*/", Offset + 2, StringComparison.Ordinal) : _text.AsSpan(Offset).IndexOfAny('\n', '\r');
        Offset = end < 0 ? _text.Length : isBlock ? end + 2 : Offset + end;
        Fault("JSON has no comments", "remove the comment", new TextSpan(start, Offset - start), repair: "");
    }

    private readonly void Fault(string message, string hint, TextSpan span, string? repair = null) =>
        _faults.Add(PolicyFaultCodes.JsonSyntaxError, message, hint, span, repair);
}
