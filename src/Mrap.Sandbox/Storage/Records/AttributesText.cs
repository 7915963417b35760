using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>Attributes as one column: a JSON array of the owner and, as far as they are not empty, headers, metadata and tags.</summary>
internal static class AttributesText
{
    /// <summary>Writes attributes.</summary>
    public static byte[] Write(ObjectAttributes attributes)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(attributes.Owner.Value);
            WriteMap(writer, attributes.Headers);
            WriteMap(writer, attributes.Metadata);
            WriteMap(writer, attributes.Tags);
            writer.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ObjectAttributes Read(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        reader.Read();
        reader.Read();
        var owner = AccountId.Parse(reader.GetString()).Value;
        return new ObjectAttributes
        {
            Owner = owner,
            Headers = ReadMap(ref reader),
            Metadata = ReadMap(ref reader),
            Tags = ReadMap(ref reader)
        };
    }

    private static void WriteMap(Utf8JsonWriter writer, ImmutableSortedDictionary<string, string> map)
    {
        if (map.IsEmpty)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var (name, value) in map)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    private static ImmutableSortedDictionary<string, string> ReadMap(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return ImmutableSortedDictionary<string, string>.Empty;
        }

        var map = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            map[name] = reader.GetString()!;
        }

        return map.ToImmutable();
    }
}
