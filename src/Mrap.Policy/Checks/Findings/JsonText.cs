using Mrap.Policy.Model;

namespace Mrap.Policy.Checks.Findings;

/// <summary>Writes strings as they stand in JSON.</summary>
internal static class JsonText
{
    /// <summary>A string in its quotes, escaped where it must be.</summary>
    public static string Quote(string text)
    {
        var printer = new JsonPrinter(indented: false);
        printer.Text(text);
        return printer.ToString();
    }
}
