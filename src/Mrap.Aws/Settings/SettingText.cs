using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.S3.Model;

namespace Mrap.Aws.Settings;

/// <summary>Documents of the SDK as texts that are equal when the documents say the same: JSON without what is not set.</summary>
internal static class SettingText
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new ConstantConverter(), new PredicateConverter<LifecycleFilterPredicate>() },
    };

    /// <summary>The text of a document.</summary>
    /// <param name="document">What the SDK read.</param>
    /// <param name="isOrdered">Whether the order of rules matters; names of rules are left out when it does not.</param>
    public static string Of(object document, bool isOrdered = false)
    {
        var node = JsonSerializer.SerializeToNode(document, document.GetType(), s_options);
        return (isOrdered ? node : Sorted(node))?.ToJsonString(s_options) ?? string.Empty;
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(
            members.Where(member => !member.Key.Equals("Id", StringComparison.OrdinalIgnoreCase))
                .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray(
            [.. items.Select(Sorted).OrderBy(item => item?.ToJsonString(s_options), StringComparer.Ordinal)]),
        _ => node?.DeepClone(),
    };

    private sealed class ConstantConverter : JsonConverter<ConstantClass>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(ConstantClass));

        public override ConstantClass Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, ConstantClass value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }

    // What a filter looks at is said by its type.
    private sealed class PredicateConverter<T> : JsonConverter<T>
        where T : class
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }
}
