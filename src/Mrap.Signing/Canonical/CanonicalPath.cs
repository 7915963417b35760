using Mrap.Signing.Text;

namespace Mrap.Signing.Canonical;

/// <summary>Writes the canonical path.</summary>
internal static class CanonicalPath
{
    /// <summary>
    /// Writes S3's form, encoded once and never normalised, or the general form: dot and empty segments removed, encoded a second time.
    /// </summary>
    public static void Write(ref PooledBytes output, ReadOnlySpan<char> path, bool s3Rules, CanonicalForm form)
    {
        if (path.IsEmpty)
        {
            output.Append((byte)'/');
        }
        else if (form == CanonicalForm.AsSent)
        {
            output.Append(path);
        }
        else if (s3Rules)
        {
            UriEncoding.Recode(ref output, path, keepSlash: true, plusIsSpace: false);
        }
        else if (path.Length == 1)
        {
            UriEncoding.Encode(ref output, path, keepSlash: true);
        }
        else
        {
            UriEncoding.Encode(ref output, Normalise(path), keepSlash: true);
        }
    }

    private static string Normalise(ReadOnlySpan<char> path)
    {
        var segments = new List<string>();
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (segment is "..")
            {
                if (segments.Count > 0)
                {
                    segments.RemoveAt(segments.Count - 1);
                }
            }
            else if (segment is not ("" or "."))
            {
                segments.Add(segment.ToString());
            }
        }

        var ends = path[^1] == '/' || path.EndsWith("/.") || path.EndsWith("/..");
        return segments.Count == 0 ? "/" : "/" + string.Join('/', segments) + (ends ? "/" : "");
    }
}
