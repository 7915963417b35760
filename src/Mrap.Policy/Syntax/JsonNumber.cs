namespace Mrap.Policy.Syntax;

/// <summary>The grammar of a JSON number (RFC 8259, section 6).</summary>
internal static class JsonNumber
{
    /// <summary>Whether the whole text is one number.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        var at = text is ['-', ..] ? 1 : 0;
        var whole = Digits(text, ref at);
        if (whole == 0 || (whole > 1 && text[at - whole] == '0'))
        {
            return false;
        }

        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (Digits(text, ref at) == 0)
            {
                return false;
            }
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-')
            {
                at++;
            }

            if (Digits(text, ref at) == 0)
            {
                return false;
            }
        }

        return at == text.Length;
    }

    private static int Digits(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - start;
    }
}
