using Mrap.Policy.Text;

namespace Mrap.Policy.Explanation;

/// <summary>Puts lists into words, shortened.</summary>
internal static class ListText
{
    private const int MaxShown = 5;

    /// <summary>Every text in backticks, commas between, at most five.</summary>
    public static string Quoted(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        var shown = string.Join(", ", all.Take(MaxShown).Select(text => DisplayText.Quote(text)));
        return all.Count > MaxShown ? shown + " and more" : shown;
    }

    /// <summary>The texts as alternatives.</summary>
    public static string AnyOf(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        return all.Count switch
        {
            0 => "nothing: the list is empty",
            1 => DisplayText.Quote(all[0]),
            _ => "one of " + Quoted(all),
        };
    }

    /// <summary>What an element asks for: its entries, or anything but them.</summary>
    public static string Asked(IEnumerable<string> texts, bool isNegated) => isNegated ? "anything but " + Quoted(texts) : AnyOf(texts);

    /// <summary>The text with a capital first letter.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
