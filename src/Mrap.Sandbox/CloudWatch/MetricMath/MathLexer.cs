using System.Globalization;
using Mrap.Sandbox.CloudWatch.Protocol;

namespace Mrap.Sandbox.CloudWatch.MetricMath;

/// <summary>Takes an expression apart into words.</summary>
internal static class MathLexer
{
    private static readonly string[] s_marks =
        ["<=", ">=", "==", "!=", "&&", "||", "+", "-", "*", "/", "^", "<", ">", "(", ")", "[", "]", ","];

    /// <summary>The words, with an end behind them.</summary>
    /// <exception cref="Wire.ServiceException">A character belongs to no word.</exception>
    public static List<MathToken> Read(string text)
    {
        var tokens = new List<MathToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = ReadOne(text, at, out var length);
            tokens.Add(token);
            at += length;
        }

        tokens.Add(new MathToken(MathTokenKind.End, string.Empty, text.Length));
        return tokens;
    }

    private static MathToken ReadOne(string text, int at, out int length)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c) || c == '.')
        {
            length = NumberLength(text, at);
            return new MathToken(MathTokenKind.Number, text.Substring(at, length), at);
        }

        if (char.IsAsciiLetter(c) || c == '_')
        {
            length = 1;
            while (at + length < text.Length && (char.IsAsciiLetterOrDigit(text[at + length]) || text[at + length] == '_'))
            {
                length++;
            }

            return new MathToken(MathTokenKind.Name, text.Substring(at, length), at);
        }

        if (c is '"' or '\'' && text.IndexOf(c, at + 1) is > 0 and var end)
        {
            length = end - at + 1;
            return new MathToken(MathTokenKind.Text, text[(at + 1)..end], at);
        }

        foreach (var mark in s_marks)
        {
            if (string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0)
            {
                length = mark.Length;
                return new MathToken(MathTokenKind.Mark, mark, at);
            }
        }

        throw CloudWatchErrors.Validation(
            string.Create(CultureInfo.InvariantCulture, $"The expression has an unexpected character at position {at + 1}."));
    }

    private static int NumberLength(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var digits = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                end = digits;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }
            }
        }

        return end - at;
    }
}
