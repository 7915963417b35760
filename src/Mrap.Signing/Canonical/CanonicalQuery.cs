using System.Buffers;
using Mrap.Signing.Text;

namespace Mrap.Signing.Canonical;

/// <summary>
/// Writes the canonical query: parameters sorted by the bytes of their encoded names, then values, without X-Amz-Signature.
/// </summary>
internal static class CanonicalQuery
{
    private const int PartsOnStack = 32;

    public static void Write(ref PooledBytes output, ReadOnlySpan<char> query, CanonicalForm form)
    {
        if (query.IsEmpty)
        {
            return;
        }

        var most = query.Count('&') + 1;
        var rented = most > PartsOnStack ? ArrayPool<Part>.Shared.Rent(most) : null;
        var parts = rented ?? stackalloc Part[PartsOnStack];
        var scratch = new PooledBytes(Math.Max(256, query.Length * 2));
        try
        {
            var count = Collect(ref scratch, query, form, parts);
            var used = parts[..count];
            used.Sort(new ByNameThenValue(scratch.Array));
            for (var i = 0; i < used.Length; i++)
            {
                if (i > 0)
                {
                    output.Append((byte)'&');
                }

                output.Append(used[i].Name(scratch.Array));
                output.Append((byte)'=');
                output.Append(used[i].Value(scratch.Array));
            }
        }
        finally
        {
            scratch.Dispose();
            if (rented is not null)
            {
                ArrayPool<Part>.Shared.Return(rented);
            }
        }
    }

    private static int Collect(ref PooledBytes scratch, ReadOnlySpan<char> query, CanonicalForm form, scoped Span<Part> parts)
    {
        var count = 0;
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            if (name is "X-Amz-Signature")
            {
                continue;
            }

            var start = scratch.Length;
            Copy(ref scratch, name, form);
            var middle = scratch.Length;
            Copy(ref scratch, equals < 0 ? default : pair[(equals + 1)..], form);
            parts[count++] = new Part(start, middle, scratch.Length);
        }

        return count;
    }

    private static void Copy(ref PooledBytes scratch, ReadOnlySpan<char> raw, CanonicalForm form)
    {
        if (form == CanonicalForm.AsSent)
        {
            scratch.Append(raw);
        }
        else
        {
            UriEncoding.Recode(ref scratch, raw, keepSlash: false, plusIsSpace: true);
        }
    }

    private readonly record struct Part(int Start, int Middle, int End)
    {
        public ReadOnlySpan<byte> Name(byte[] bytes) => bytes.AsSpan(Start, Middle - Start);

        public ReadOnlySpan<byte> Value(byte[] bytes) => bytes.AsSpan(Middle, End - Middle);
    }

    private readonly struct ByNameThenValue(byte[] bytes) : IComparer<Part>
    {
        public int Compare(Part x, Part y)
        {
            var byName = x.Name(bytes).SequenceCompareTo(y.Name(bytes));
            return byName != 0 ? byName : x.Value(bytes).SequenceCompareTo(y.Value(bytes));
        }
    }
}
