using System.Formats.Cbor;
using System.Text.Json;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.CloudWatch.Protocol;

/// <summary>One of the three protocols that CloudWatch speaks.</summary>
internal abstract class CloudWatchProtocol
{
    /// <summary>The namespace of answers in AWS Query.</summary>
    public const string XmlNamespace = "http://monitoring.amazonaws.com/doc/2010-08-01/";

    private const string Version = "2010-08-01";
    private const string Target = "GraniteServiceVersion20100801";
    private const int MaxParameters = 100_000;

    private CloudWatchProtocol()
    {
    }

    /// <summary>The operation that is called.</summary>
    public required string Operation { get; init; }

    /// <summary>What is asked.</summary>
    public required CloudWatchInput Input { get; init; }

    /// <summary>Finds out which protocol a call is of, and reads it.</summary>
    /// <param name="body">The body, decompressed.</param>
    /// <exception cref="ServiceException">It cannot be read.</exception>
    public static CloudWatchProtocol Read(ServiceCall call, ReadOnlyMemory<byte> body)
    {
        var request = call.Exchange.Http.Request;
        if (ErrorForm.IsCbor(request))
        {
            return new Cbor { Operation = OperationOf(call.Exchange.Target.Path), Input = CborTree.Read(body) };
        }

        if (request.Headers.TryGetValue("x-amz-target", out var target))
        {
            var parts = target.ToString().Split('.');
            return parts is [Target, var name]
                ? new Json { Operation = name, Input = JsonTree.Read(body) }
                : throw QueryErrors.InvalidAction(target.ToString());
        }

        var form = QueryForm.Read(call with { Body = body }, MaxParameters);
        if (form.Action.Length == 0)
        {
            throw QueryErrors.MissingAction();
        }

        return form.Version is null or Version
            ? new Query { Operation = form.Action, Input = new QueryInput(form) }
            : throw QueryErrors.InvalidVersion(form.Action, form.Version);
    }

    /// <summary>Writes the answer.</summary>
    /// <param name="name">The operation.</param>
    /// <param name="content">Writes its members; null for none.</param>
    public abstract void Answer(Exchange exchange, string name, Action<CloudWatchOutput>? content);

    private static string OperationOf(string path)
    {
        const string Prefix = $"/service/{Target}/operation/";
        return path.StartsWith(Prefix, StringComparison.Ordinal)
            ? path[Prefix.Length..]
            : throw QueryErrors.InvalidAction(path);
    }

    private static void Write(Exchange exchange, string contentType, ReadOnlySpan<byte> body)
    {
        var response = exchange.Http.Response;
        response.Headers["x-amzn-RequestId"] = exchange.Ids.RequestId;
        response.ContentType = contentType;
        AnswerBody.Write(response, body);
    }

    private sealed class Query : CloudWatchProtocol
    {
        public override void Answer(Exchange exchange, string name, Action<CloudWatchOutput>? content)
        {
            var document = XmlAnswer.Render(name + "Response", XmlNamespace, xml =>
            {
                if (content is not null)
                {
                    xml.Group(name + "Result", () => content(new XmlOutput(xml)));
                }

                xml.Group("ResponseMetadata", () => xml.Element("RequestId", exchange.Ids.RequestId));
            });
            Write(exchange, "text/xml", document.Span);
        }
    }

    private sealed class Json : CloudWatchProtocol
    {
        public override void Answer(Exchange exchange, string name, Action<CloudWatchOutput>? content)
        {
            using var bytes = new MemoryStream();
            using (var json = new Utf8JsonWriter(bytes))
            {
                json.WriteStartObject();
                content?.Invoke(new JsonOutput(json));
                json.WriteEndObject();
            }

            Write(exchange, "application/x-amz-json-1.0", bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
    }

    private sealed class Cbor : CloudWatchProtocol
    {
        public override void Answer(Exchange exchange, string name, Action<CloudWatchOutput>? content)
        {
            var cbor = new CborWriter(CborConformanceMode.Lax);
            cbor.WriteStartMap(null);
            content?.Invoke(new CborOutput(cbor));
            cbor.WriteEndMap();
            exchange.Http.Response.Headers[ErrorForm.SmithyProtocol] = ErrorForm.SmithyCbor;
            Write(exchange, "application/cbor", cbor.Encode());
        }
    }
}
