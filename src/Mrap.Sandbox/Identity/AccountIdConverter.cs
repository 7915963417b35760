using System.Text.Json;
using System.Text.Json.Serialization;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Identity;

/// <summary>Keeps an account as its 12 digits.</summary>
internal sealed class AccountIdConverter : JsonConverter<AccountId>
{
    /// <inheritdoc/>
    public override AccountId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AccountId.Parse(reader.GetString() ?? string.Empty).Value;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AccountId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
