using System.Formats.Cbor;
using System.Text.Json;
using Mrap.Signing.Keys;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.CloudWatch;

/// <summary>Calls CloudWatch of a sandbox in each of its protocols.</summary>
public sealed class CloudWatchClient(SandboxFixture sandbox, string region = "us-east-1", AwsCredential? credential = null)
{
    private readonly SandboxClient _client = new(sandbox);

    /// <summary>Calls by AWS Query.</summary>
    public Task<WireAnswer> QueryAsync(string action, params IEnumerable<(string Name, string Value)> parameters)
    {
        var form = string.Join('&', parameters.Prepend(("Version", "2010-08-01")).Prepend(("Action", action))
            .Select(pair => $"{Uri.EscapeDataString(pair.Item1)}={Uri.EscapeDataString(pair.Item2)}"));
        return SendAsync(
            WireRequest.Of("POST", "/", form), ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"));
    }

    /// <summary>Calls by AWS JSON.</summary>
    public Task<WireAnswer> JsonAsync(string action, string json) => SendAsync(
        WireRequest.Of("POST", "/", json), ("Content-Type", "application/x-amz-json-1.0"),
        ("X-Amz-Target", "GraniteServiceVersion20100801." + action));

    /// <summary>Calls by AWS JSON, which must answer 200.</summary>
    public async Task<JsonElement> DoAsync(string action, object input)
    {
        var answer = await JsonAsync(action, JsonSerializer.Serialize(input));
        answer.Status.ShouldBe(200, answer.Text);
        return JsonDocument.Parse(answer.Body).RootElement;
    }

    /// <summary>Calls by Smithy RPC v2.</summary>
    public Task<WireAnswer> CborAsync(string action, byte[] body) => SendAsync(
        new WireRequest("POST", $"/service/GraniteServiceVersion20100801/operation/{action}") { Body = body },
        ("Content-Type", "application/cbor"), ("smithy-protocol", "rpc-v2-cbor"));

    /// <summary>Calls by Smithy RPC v2.</summary>
    public Task<WireAnswer> CborAsync(string action, object? input) => CborAsync(action, CborOf(input));

    /// <summary>CBOR of dictionaries, arrays, texts, numbers and instants.</summary>
    public static byte[] CborOf(object? value)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        Write(writer, value);
        return writer.Encode();
    }

    /// <summary>What CBOR holds: dictionaries, lists, texts, numbers; instants as numbers.</summary>
    public static object? Read(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                var map = new Dictionary<string, object?>();
                reader.ReadStartMap();
                while (reader.PeekState() != CborReaderState.EndMap)
                {
                    map.Add(reader.ReadTextString(), Read(reader));
                }

                reader.ReadEndMap();
                return map;
            case CborReaderState.StartArray:
                var list = new List<object?>();
                reader.ReadStartArray();
                while (reader.PeekState() != CborReaderState.EndArray)
                {
                    list.Add(Read(reader));
                }

                reader.ReadEndArray();
                return list;
            case CborReaderState.Tag:
                reader.ReadTag().ShouldBe(CborTag.UnixTimeSeconds);
                return Read(reader);
            case CborReaderState.TextString:
                return reader.ReadTextString();
            case CborReaderState.DoublePrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.HalfPrecisionFloat:
                return reader.ReadDouble();
            case CborReaderState.Boolean:
                return reader.ReadBoolean();
            default:
                return (double)reader.ReadInt64();
        }
    }

    private static void Write(CborWriter writer, object? value)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map:
                writer.WriteStartMap(map.Count);
                foreach (var (name, member) in map)
                {
                    writer.WriteTextString(name);
                    Write(writer, member);
                }

                writer.WriteEndMap();
                break;
            case string text:
                writer.WriteTextString(text);
                break;
            case bool flag:
                writer.WriteBoolean(flag);
                break;
            case int number:
                writer.WriteInt32(number);
                break;
            case double number:
                writer.WriteDouble(number);
                break;
            case DateTimeOffset instant:
                writer.WriteTag(CborTag.UnixTimeSeconds);
                writer.WriteInt64(instant.ToUnixTimeSeconds());
                break;
            case System.Collections.IEnumerable items:
                writer.WriteStartArray(null);
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteNull();
                break;
        }
    }

    private Task<WireAnswer> SendAsync(WireRequest request, params (string Name, string Value)[] headers) => _client.SendAsync(
        request with
        {
            Host = $"monitoring.{region}.amazonaws.com",
            Service = "monitoring",
            Region = region,
            Credential = credential,
            Headers = headers.ToDictionary(header => header.Name, header => header.Value),
        },
        TestContext.Current.CancellationToken);
}
