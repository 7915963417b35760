using System.Xml;

namespace Mrap.Sandbox.Hosting;

/// <summary>Makes any text fit for XML 1.0.</summary>
internal static class XmlText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Replaces what XML 1.0 cannot hold: control characters and broken surrogate pairs.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]))
            {
                return string.Create(text.Length, text, Fill);
            }
        }

        return text;
    }

    private static void Fill(Span<char> target, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                target[i] = text[i];
                target[i + 1] = text[++i];
            }
            else
            {
                target[i] = XmlConvert.IsXmlChar(text[i]) ? text[i] : Replacement;
            }
        }
    }
}
