using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Text;

namespace Mrap.Policy.Syntax;

/// <summary>Reads JSON (RFC 8259) into a tree; on a fault it says so and goes on, so that one pass finds several.</summary>
internal ref struct JsonReader
{
    private readonly string _text;
    private readonly FaultList _faults;
    private JsonScanner _scanner;
    private int _depth;
    private bool _abandoned;

    private JsonReader(string text, FaultList faults)
    {
        _text = text;
        _faults = faults;
        _scanner = new JsonScanner(text, faults);
    }

    /// <summary>Reads one value that fills the whole text.</summary>
    public static JsonSyntax Read(string text, FaultList faults)
    {
        var reader = new JsonReader(text, faults);
        reader._scanner.SkipBlank();
        var root = reader.ReadValue();
        if (!reader._abandoned)
        {
            reader._scanner.SkipBlank();
            if (reader._scanner.Offset < text.Length)
            {
                reader.Fault(
                    "unexpected text after the end of the document", "remove it",
                    new TextSpan(reader._scanner.Offset, text.Length - reader._scanner.Offset), repair: "");
            }
        }

        return root;
    }

    private JsonSyntax ReadValue()
    {
        var start = _scanner.Offset;
        switch (_scanner.Current)
        {
            case '{':
            case '[':
                return ReadNested();
            case '"':
                var value = _scanner.ReadText();
                return new JsonTextSyntax(SpanFrom(start), value);
            case '-':
            case >= '0' and <= '9':
                var number = _scanner.ReadNumber();
                return new JsonNumberSyntax(SpanFrom(start), number);
            case '\0' when _scanner.IsAtEnd:
                Fault("a value is missing at the end of the text", "complete the document", new TextSpan(start, 0));
                return new JsonMissingSyntax(new TextSpan(start, 0));
            case ',' or '}' or ']' or ':':
                Fault($"expected a value before {DisplayText.Quote(_text.AsSpan(start, 1))}", "write a value here", new TextSpan(start, 1));
                return new JsonMissingSyntax(new TextSpan(start, 0));
            default:
                return ReadWord(start);
        }
    }

    private JsonSyntax ReadWord(int start)
    {
        var word = _scanner.ReadWord();
        switch (word)
        {
            case "true" or "false":
                return new JsonBooleanSyntax(SpanFrom(start), word is "true");
            case "null":
                return new JsonNullSyntax(SpanFrom(start));
            default:
                Fault($"{DisplayText.Quote(word)} is not a JSON value", "put text in double quotes", SpanFrom(start));
                return new JsonMissingSyntax(SpanFrom(start));
        }
    }

    private JsonSyntax ReadNested()
    {
        var start = _scanner.Offset;
        if (_depth == PolicyLimits.MaxDepth)
        {
            _faults.Add(
                PolicyFaultCodes.NestingTooDeep,
                string.Create(CultureInfo.InvariantCulture, $"brackets are nested deeper than {PolicyLimits.MaxDepth}"),
                "a policy needs no more than six levels",
                new TextSpan(start, 1));
            _abandoned = true;
            _scanner.MoveToEnd();
            return new JsonMissingSyntax(new TextSpan(start, 1));
        }

        _depth++;
        JsonSyntax nested = _scanner.Current == '{' ? ReadObject(start) : ReadArray(start);
        _depth--;
        return nested;
    }

    private JsonObjectSyntax ReadObject(int start)
    {
        _scanner.Advance();
        var members = ImmutableArray.CreateBuilder<JsonMemberSyntax>(6);
        while (NextItem('}', members.Count))
        {
            var nameStart = _scanner.Offset;
            string name;
            if (_scanner.Current == '"')
            {
                name = _scanner.ReadText();
            }
            else
            {
                name = _scanner.Current is ':' or ',' or '{' or '[' ? "" : _scanner.ReadWord().ToString();
                Fault("expected a name in double quotes", "put the name in double quotes", SpanFrom(nameStart));
            }

            var nameSpan = SpanFrom(nameStart);
            _scanner.SkipBlank();
            if (_scanner.Current == ':')
            {
                _scanner.Advance();
                _scanner.SkipBlank();
            }
            else if (!_abandoned)
            {
                Fault(
                    $"expected `:` after {DisplayText.Quote(name)}", "write a colon between the name and its value",
                    new TextSpan(_scanner.Offset, 0));
            }

            members.Add(new JsonMemberSyntax(name, nameSpan, ReadValue()));
            SkipStray();
        }

        var found = new JsonObjectSyntax(SpanFrom(start), members.DrainToImmutable());
        JsonDuplicates.Report(found, _faults);
        return found;
    }

    private JsonArraySyntax ReadArray(int start)
    {
        _scanner.Advance();
        var items = ImmutableArray.CreateBuilder<JsonSyntax>(4);
        while (NextItem(']', items.Count))
        {
            items.Add(ReadValue());
            SkipStray();
        }

        return new JsonArraySyntax(SpanFrom(start), items.DrainToImmutable());
    }

    // INVARIANT: whenever this answers true the caller consumes at least one character, or the next call answers false
    private bool NextItem(char close, int count)
    {
        _scanner.SkipBlank();
        var start = _scanner.Offset;
        if (_scanner.IsAtEnd)
        {
            if (!_abandoned)
            {
                Fault($"expected `{close}` before the end of the text", "close the bracket", new TextSpan(start, 0));
            }

            return false;
        }

        if (_scanner.Current == close)
        {
            _scanner.Advance();
            return false;
        }

        if (_scanner.Current is '}' or ']')
        {
            // a bracket of the other kind closes this level too: most often one of the two was forgotten or mistyped
            Fault(
                $"expected `{close}` and found `{_scanner.Current}`", "close brackets in the order they were opened",
                new TextSpan(start, 1));
            if (_depth == 1)
            {
                _scanner.Advance();
            }

            return false;
        }

        if (count == 0 || _scanner.Current == ',')
        {
            return SkipCommas(close, allowed: count == 0 ? 0 : 1);
        }

        Fault("expected a comma between two entries", "write a comma", new TextSpan(start, 0), repair: ",");
        return true;
    }

    private bool SkipCommas(char close, int allowed)
    {
        while (_scanner.Current == ',')
        {
            var comma = _scanner.Offset;
            _scanner.Advance();
            _scanner.SkipBlank();
            if (_scanner.Current == close)
            {
                Fault("a comma stands before the closing bracket", "remove the comma", new TextSpan(comma, 1), repair: "");
            }
            else if (allowed == 0)
            {
                Fault("a comma stands where an entry should", "remove the comma", new TextSpan(comma, 1), repair: "");
            }

            allowed = 0;
        }

        if (_scanner.Current == close)
        {
            _scanner.Advance();
            return false;
        }

        return true;
    }

    // what stands behind a value and can neither separate nor close nor start one is passed over, so that reading gets on
    private void SkipStray()
    {
        _scanner.SkipBlank();
        while (!_scanner.IsAtEnd && _scanner.Current == ':')
        {
            Fault("unexpected `:`", "remove it", new TextSpan(_scanner.Offset, 1));
            _scanner.Advance();
            _scanner.SkipBlank();
        }
    }

    private readonly TextSpan SpanFrom(int start) => new(start, _scanner.Offset - start);

    private readonly void Fault(string message, string hint, TextSpan span, string? repair = null) =>
        _faults.Add(PolicyFaultCodes.JsonSyntaxError, message, hint, span, repair);
}
