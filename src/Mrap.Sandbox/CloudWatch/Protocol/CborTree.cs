using System.Formats.Cbor;

namespace Mrap.Sandbox.CloudWatch.Protocol;

/// <summary>
/// Reads a body of Smithy RPC v2 (Smithy, "Smithy RPC v2 CBOR protocol"). Nothing is made ready for what a length announces: the work grows
/// with the bytes that are there.
/// </summary>
internal static class CborTree
{
    /// <summary>The most levels of a call.</summary>
    public const int MaxDepth = 32;

    /// <summary>The members of the call; none for an empty body.</summary>
    /// <exception cref="Wire.ServiceException">It is no CBOR map, or too deep.</exception>
    public static CloudWatchInput Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return new TreeInput(new Dictionary<string, object?>());
        }

        try
        {
            var reader = new CborReader(body, CborConformanceMode.Lax);
            var members = Value(reader, 0) as Dictionary<string, object?>
                ?? throw CloudWatchErrors.Unreadable("The body must be a CBOR map.");
            return reader.BytesRemaining == 0
                ? new TreeInput(members)
                : throw CloudWatchErrors.Unreadable("Bytes follow the CBOR map.");
        }
        catch (Exception fault) when (fault is CborContentException or InvalidOperationException or OverflowException)
        {
            throw CloudWatchErrors.Unreadable("The body cannot be read as CBOR.");
        }
    }

    private static object? Value(CborReader reader, int depth)
    {
        if (depth > MaxDepth)
        {
            throw CloudWatchErrors.Unreadable("The body is too deep.");
        }

        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                return Members(reader, depth);
            case CborReaderState.StartArray:
                return Items(reader, depth);
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                return reader.ReadTextString();
            case CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger:
                return (double)reader.ReadInt64();
            case CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat:
                return reader.ReadDouble() is var number && double.IsFinite(number)
                    ? number
                    : throw CloudWatchErrors.Unreadable("A number is out of range.");
            case CborReaderState.Boolean:
                return reader.ReadBoolean();
            case CborReaderState.Tag:
                return Tagged(reader, depth);
            case CborReaderState.Null or CborReaderState.SimpleValue:
                reader.SkipValue();
                return null;
            default:
                throw CloudWatchErrors.Unreadable("The body holds a CBOR type that no member has.");
        }
    }

    private static DateTimeOffset Tagged(CborReader reader, int depth) => reader.ReadTag() == CborTag.UnixTimeSeconds
        ? Instants.OfSeconds("timestamp", Value(reader, depth + 1) as double? ?? throw CloudWatchErrors.WrongType("timestamp", "a number"))
        : throw CloudWatchErrors.Unreadable("The body holds a CBOR tag that no member has.");

    private static Dictionary<string, object?> Members(CborReader reader, int depth)
    {
        reader.ReadStartMap();
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var name = reader.ReadTextString();
            members[name] = Value(reader, depth + 1);
        }

        reader.ReadEndMap();
        return members;
    }

    private static List<object?> Items(CborReader reader, int depth)
    {
        reader.ReadStartArray();
        var items = new List<object?>();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            items.Add(Value(reader, depth + 1));
        }

        reader.ReadEndArray();
        return items;
    }
}
