using System.Text.Json;
using System.Text.Json.Serialization;
using Mrap.Core.Regions;

namespace Mrap.Core.Drills.Reports;

/// <summary>A Region code as a JSON string.</summary>
internal sealed class RegionIdConverter : JsonConverter<RegionId>
{
    public override RegionId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && RegionId.Parse(reader.GetString()).TryGet(out var region)
            ? region
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, RegionId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
