using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mrap.Policy.Evaluation;

namespace Mrap.Policy.Cases;

/// <summary>Writes cases as one line of JSON each, in the form that <see cref="PolicyCaseReader"/> reads.</summary>
public static class PolicyCaseWriter
{
    /// <summary>Writes the test of a decision.</summary>
    /// <param name="test">The test. RestrictPublicBuckets of its first layer is written for all layers: the form has one setting.</param>
    /// <returns>One line without a line break.</returns>
    public static string Write(DecisionCase test)
    {
        ArgumentNullException.ThrowIfNull(test);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            var shared = test.Layers[0].Policies;
            var isThrough = test.Layers.Length > 1;
            json.WriteStartObject();
            json.WriteString("id", test.Id);
            json.WriteString("name", test.Name);
            json.WriteStartObject("policies");
            WriteAll(json, "identity", shared.Identity);
            WriteOne(json, "resource", isThrough ? null : shared.Resource);
            WriteAll(json, "boundary", shared.Boundary);
            WriteLevels(json, "scp", shared.ServiceControl);
            WriteLevels(json, "rcp", shared.ResourceControl);
            WriteAll(json, "session", shared.Session);
            WriteAll(json, "vpce", shared.Endpoint);
            json.WriteEndObject();
            WriteRequest(json, test);
            json.WriteStartObject("settings");
            json.WriteBoolean("blockPublicAccess", shared.RestrictPublicBuckets);
            json.WriteEndObject();
            json.WriteString("expected", test.Expected);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteRequest(Utf8JsonWriter json, DecisionCase test)
    {
        var first = test.Layers[0].Request;
        json.WriteStartObject("request");
        json.WriteString("principal", first.Principal.Text);
        WriteIfKnown(json, "federatingUser", first.Principal.FederatingUser);
        WriteIfKnown(json, "canonicalUser", first.Principal.CanonicalUser);
        json.WriteString("action", first.Action);
        json.WriteString("resource", first.Resource);
        WriteIfKnown(json, "resourceAccount", first.ResourceAccount);
        json.WriteStartObject("context");
        foreach (var (key, values) in first.Context.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            WriteValues(json, key, values);
        }

        json.WriteEndObject();
        if (test.Layers is [var accessPoint, var bucket])
        {
            json.WriteStartArray("layers");
            WriteLayer(json, "mrap", accessPoint);
            WriteLayer(json, "bucket", bucket);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteLayer(Utf8JsonWriter json, string kind, AccessLayer layer)
    {
        json.WriteStartObject();
        json.WriteString("kind", kind);
        json.WriteString("resource", layer.Request.Resource);
        WriteIfKnown(json, "resourceAccount", layer.Request.ResourceAccount);
        WriteOne(json, "resourcePolicy", layer.Policies.Resource);
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, string key, ImmutableArray<string> values)
    {
        if (values is [var only])
        {
            json.WriteString(key, only);
            return;
        }

        json.WriteStartArray(key);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteLevels(Utf8JsonWriter json, string name, ImmutableArray<ImmutableArray<CompiledPolicy>> levels)
    {
        if (levels.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var level in levels)
        {
            json.WriteStartArray();
            foreach (var policy in level)
            {
                WriteDocument(json, policy);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteAll(Utf8JsonWriter json, string name, ImmutableArray<CompiledPolicy> policies)
    {
        if (policies.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var policy in policies)
        {
            WriteDocument(json, policy);
        }

        json.WriteEndArray();
    }

    private static void WriteOne(Utf8JsonWriter json, string name, CompiledPolicy? policy)
    {
        json.WritePropertyName(name);
        if (policy is null)
        {
            json.WriteNullValue();
        }
        else
        {
            WriteDocument(json, policy);
        }
    }

    private static void WriteDocument(Utf8JsonWriter json, CompiledPolicy policy) =>
        json.WriteRawValue(policy.Document.Print(indented: false));

    private static void WriteIfKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
