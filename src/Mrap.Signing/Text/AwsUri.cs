using System.Text;

namespace Mrap.Signing.Text;

/// <summary>AWS's percent-encoding: every byte of the UTF-8 text but letters, digits and <c>-._~</c>, in upper case.</summary>
public static class AwsUri
{
    /// <summary>Encodes a path, keeping its slashes.</summary>
    /// <param name="path">The path, such as an object key after a slash.</param>
    /// <returns>The path as it goes on the request line.</returns>
    public static string EncodePath(string path) => Encode(path, keepSlash: true);

    /// <summary>Encodes the name or the value of a query parameter.</summary>
    /// <returns>The text as it goes into the query.</returns>
    public static string EncodeComponent(string text) => Encode(text, keepSlash: false);

    private static string Encode(string text, bool keepSlash)
    {
        var output = new PooledBytes(Math.Max(64, text.Length * 3));
        try
        {
            UriEncoding.Encode(ref output, text, keepSlash);
            return Encoding.ASCII.GetString(output.Span);
        }
        finally
        {
            output.Dispose();
        }
    }
}
