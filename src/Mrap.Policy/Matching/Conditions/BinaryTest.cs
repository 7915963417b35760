using System.Buffers;
using Mrap.Policy.Matching.Context;

namespace Mrap.Policy.Matching.Conditions;

/// <summary>Compares bytes written in base64.</summary>
internal sealed class BinaryTest : ConditionTest
{
    private const int StackLimit = 512;

    private readonly byte[][] _listed;

    /// <summary>Makes the test; values that are not base64 match nothing.</summary>
    public BinaryTest(IEnumerable<string> listed)
    {
        var readable = new List<byte[]>();
        foreach (var text in listed)
        {
            var bytes = new byte[text.Length];
            if (Convert.TryFromBase64String(text, bytes, out var written))
            {
                readable.Add(bytes[..written]);
            }
        }

        _listed = [.. readable];
    }

    /// <inheritdoc/>
    public override Comparison Compare(string value, RequestContext context)
    {
        var rented = value.Length > StackLimit ? ArrayPool<byte>.Shared.Rent(value.Length) : null;
        var bytes = rented ?? stackalloc byte[StackLimit];
        var result = Convert.TryFromBase64String(value, bytes, out var written) ? Find(bytes[..written]) : Comparison.Unreadable;
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return result;
    }

    private Comparison Find(ReadOnlySpan<byte> value)
    {
        foreach (var listed in _listed)
        {
            if (value.SequenceEqual(listed))
            {
                return Comparison.Yes;
            }
        }

        return Comparison.No;
    }
}
