using System.Globalization;
using System.Text;

namespace Mrap.Policy.Model;

/// <summary>Writes JSON, one entry a line or all on one.</summary>
internal sealed class JsonPrinter(bool indented)
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;

    /// <summary>Opens a bracket.</summary>
    public void Open(char bracket)
    {
        _text.Append(bracket);
        _depth++;
        _isFirst = true;
    }

    /// <summary>Closes a bracket; an empty pair stays on one line.</summary>
    public void Close(char bracket)
    {
        _depth--;
        if (!_isFirst)
        {
            Break();
        }

        _text.Append(bracket);
        _isFirst = false;
    }

    /// <summary>Starts an entry of a list.</summary>
    public void Item()
    {
        if (!_isFirst)
        {
            _text.Append(',');
        }

        Break();
        _isFirst = false;
    }

    /// <summary>Starts a member of an object.</summary>
    public void Name(string name)
    {
        Item();
        Text(name);
        _text.Append(indented ? ": " : ":");
    }

    /// <summary>Writes a string.</summary>
    public void Text(string text)
    {
        _text.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case var high when char.IsHighSurrogate(high) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]):
                    _text.Append(high).Append(text[++i]);
                    break;
                case '"' or '\\':
                    _text.Append('\\').Append(c);
                    break;
                case '\n':
                    _text.Append("\\n");
                    break;
                case '\t':
                    _text.Append("\\t");
                    break;
                case < ' ' or '\u007f' or (>= '\ud800' and <= '\udfff') or '\u2028' or '\u2029' or '\ufeff':
                    _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default:
                    _text.Append(c);
                    break;
            }
        }

        _text.Append('"');
    }

    /// <summary>Writes a number or a literal.</summary>
    public void Raw(string text) => _text.Append(text);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Break()
    {
        if (indented)
        {
            _text.Append('\n').Append(' ', 2 * _depth);
        }
    }
}
