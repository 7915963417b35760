using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Cases;

/// <summary>The lines of a file of cases, read as they come and no longer than a case may be.</summary>
public static class CaseLines
{
    private const int PieceLength = 16 * 1024;

    /// <summary>Reads every line. Of one that is too long, a little more than the bound is given, so that its reader can tell.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="DecoderFallbackException">The stream is not UTF-8.</exception>
    public static async IAsyncEnumerable<string> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(
            stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var piece = ArrayPool<char>.Shared.Rent(PieceLength);
        try
        {
            var line = new StringBuilder();
            int read;
            while ((read = await reader.ReadAsync(piece, cancellationToken)) > 0)
            {
                var start = 0;
                for (var end = Array.IndexOf(piece, '\n', 0, read); end >= 0; end = Array.IndexOf(piece, '\n', start, read - start))
                {
                    Append(line, piece.AsSpan(start, end - start));
                    yield return Take(line);
                    start = end + 1;
                }

                Append(line, piece.AsSpan(start, read - start));
            }

            if (line.Length > 0)
            {
                yield return Take(line);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(piece);
        }
    }

    private static void Append(StringBuilder line, ReadOnlySpan<char> text)
    {
        var room = PolicyLimits.MaxTextLength + 1 - line.Length;
        line.Append(text[..Math.Min(text.Length, room)]);
    }

    private static string Take(StringBuilder line)
    {
        var text = line.ToString();
        line.Clear();
        return text;
    }
}
