using System.Text;

namespace Mrap.Traffic;

/// <summary>The code in an error of S3.</summary>
internal static class ErrorCode
{
    private const string Start = "<Code>";
    private const string End = "</Code>";

    /// <summary>Finds it.</summary>
    /// <returns>The code; <c>Unknown</c> when there is none.</returns>
    public static string Of(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body);
        var from = text.IndexOf(Start, StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOf(End, from, StringComparison.Ordinal);
        return to < 0 ? "Unknown" : text[(from + Start.Length)..to];
    }
}
