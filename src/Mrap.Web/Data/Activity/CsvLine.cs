using System.Text;

namespace Mrap.Web.Data.Activity;

/// <summary>One line of comma-separated values (RFC 4180) that no spreadsheet takes for a formula.</summary>
public static class CsvLine
{
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>Writes a line, its end included.</summary>
    /// <param name="cells">The values; null is an empty one.</param>
    public static string Write(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return string.Empty;
        }

        var text = FormulaStarts.Contains(value[0], StringComparison.Ordinal) ? $"'{value}" : value;
        return text.AsSpan().ContainsAny(",\"\r\n") || text[0] == ' ' || text[^1] == ' '
            ? new StringBuilder(text).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString()
            : text;
    }
}
