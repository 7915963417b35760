using System.Formats.Cbor;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Mrap.Sandbox.Wire;

/// <content>Services that speak AWS Query, AWS JSON and Smithy RPC v2 at once, as CloudWatch does.</content>
internal abstract partial class ErrorForm
{
    /// <summary>The header by which a request says that it is of Smithy RPC v2.</summary>
    public const string SmithyProtocol = "smithy-protocol";

    /// <summary>The protocol's name in that header.</summary>
    public const string SmithyCbor = "rpc-v2-cbor";

    /// <summary>
    /// AWS Query, AWS JSON 1.0 and Smithy RPC v2 with CBOR: errors have the form of the request (Smithy, "AWS query compatible").
    /// </summary>
    /// <param name="xmlNamespace">The namespace of the service's answers.</param>
    /// <param name="shapes">The namespace of the service's shapes.</param>
    public static ErrorForm QueryCompatible(string xmlNamespace, string shapes) => new ByRequest(xmlNamespace, shapes);

    /// <summary>Whether a request is of Smithy RPC v2 with CBOR.</summary>
    public static bool IsCbor(HttpRequest request) => request.Headers[SmithyProtocol] == SmithyCbor
        || request.ContentType?.StartsWith("application/cbor", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether a request is of AWS JSON.</summary>
    public static bool IsAwsJson(HttpRequest request) => request.Headers.ContainsKey("x-amz-target");

    private static void AddQueryHeaders(IHeaderDictionary headers, ServiceError error, RequestIds ids)
    {
        headers["x-amzn-RequestId"] = ids.RequestId;
        headers["x-amzn-query-error"] = $"{error.Code};{(error.Status < 500 ? "Sender" : "Receiver")}";
    }

    private sealed class ByRequest(string xmlNamespace, string shapes) : ErrorForm
    {
        private readonly ErrorForm _query = Query(xmlNamespace);
        private readonly ErrorForm _json = new AwsJson(shapes);
        private readonly ErrorForm _cbor = new Cbor(shapes);

        public override string ContentType => _query.ContentType;

        public override ErrorForm For(HttpRequest request) => IsCbor(request) ? _cbor : IsAwsJson(request) ? _json : _query;

        public override ReadOnlyMemory<byte> Render(ServiceError error, RequestIds ids, string? resource) =>
            _query.Render(error, ids, resource);

        public override void AddHeaders(IHeaderDictionary headers, ServiceError error, RequestIds ids) =>
            _query.AddHeaders(headers, error, ids);
    }

    private sealed class AwsJson(string shapes) : ErrorForm
    {
        public override string ContentType => "application/x-amz-json-1.0";

        public override ReadOnlyMemory<byte> Render(ServiceError error, RequestIds ids, string? resource) =>
            JsonSerializer.SerializeToUtf8Bytes(
                new Dictionary<string, string> { ["__type"] = $"{shapes}#{JsonErrors.ShapeOf(error)}", ["message"] = error.Message });

        public override void AddHeaders(IHeaderDictionary headers, ServiceError error, RequestIds ids) =>
            AddQueryHeaders(headers, error, ids);
    }

    private sealed class Cbor(string shapes) : ErrorForm
    {
        public override string ContentType => "application/cbor";

        public override ReadOnlyMemory<byte> Render(ServiceError error, RequestIds ids, string? resource)
        {
            var cbor = new CborWriter(CborConformanceMode.Lax);
            cbor.WriteStartMap(2);
            cbor.WriteTextString("__type");
            cbor.WriteTextString($"{shapes}#{JsonErrors.ShapeOf(error)}");
            cbor.WriteTextString("message");
            cbor.WriteTextString(error.Message);
            cbor.WriteEndMap();
            return cbor.Encode();
        }

        public override void AddHeaders(IHeaderDictionary headers, ServiceError error, RequestIds ids)
        {
            AddQueryHeaders(headers, error, ids);
            headers[SmithyProtocol] = SmithyCbor;
        }
    }
}
