using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mrap.Sandbox.Identity;

/// <summary>Keeps a policy as its text.</summary>
internal sealed class PolicyTextConverter : JsonConverter<PolicyText>
{
    /// <inheritdoc/>
    public override PolicyText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? string.Empty);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PolicyText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
