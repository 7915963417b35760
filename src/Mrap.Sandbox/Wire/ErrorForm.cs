using System.Text.Json;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace Mrap.Sandbox.Wire;

/// <summary>How a service writes its errors.</summary>
internal abstract partial class ErrorForm
{
    private ErrorForm()
    {
    }

    /// <summary>S3: <c>Error</c> is the root.</summary>
    public static ErrorForm Flat { get; } = new FlatXml();

    /// <summary>S3 Control: <c>ErrorResponse/Error</c>, with the identifiers beside it.</summary>
    public static ErrorForm Nested { get; } = new NestedXml();

    /// <summary>
    /// REST with JSON, as Access Analyzer speaks it: the code stands in the header <c>x-amzn-ErrorType</c>.
    /// </summary>
    public static ErrorForm Json { get; } = new JsonObject();

    /// <summary>The media type of an error's document.</summary>
    public abstract string ContentType { get; }

    /// <summary>AWS Query, as STS and IAM speak it: <c>ErrorResponse/Error</c> with a <c>Type</c>.</summary>
    /// <param name="xmlNamespace">The namespace of the service's answers.</param>
    public static ErrorForm Query(string xmlNamespace) => new QueryXml(xmlNamespace);

    /// <summary>The form that answers a request: one service may speak several.</summary>
    public virtual ErrorForm For(HttpRequest request) => this;

    /// <summary>The document of an error.</summary>
    /// <param name="resource">What the request was for; null to leave it out.</param>
    public abstract ReadOnlyMemory<byte> Render(ServiceError error, RequestIds ids, string? resource);

    /// <summary>Adds the headers that belong to the form.</summary>
    public virtual void AddHeaders(IHeaderDictionary headers, ServiceError error, RequestIds ids)
    {
    }

    private static void Write(XmlWriter xml, ServiceError error)
    {
        xml.Element("Code", error.Code);
        xml.Element("Message", error.Message);
        foreach (var (name, value) in error.Details)
        {
            xml.Element(name, value);
        }
    }

    private sealed class FlatXml : ErrorForm
    {
        public override string ContentType => "application/xml";

        public override ReadOnlyMemory<byte> Render(ServiceError error, RequestIds ids, string? resource) =>
            XmlAnswer.Render("Error", string.Empty, xml =>
            {
                Write(xml, error);
                xml.OptionalElement("Resource", resource);
                xml.Element("RequestId", ids.RequestId);
                xml.Element("HostId", ids.HostId);
            });
    }

    private sealed class NestedXml : ErrorForm
    {
        public override string ContentType => "application/xml";

        public override ReadOnlyMemory<byte> Render(ServiceError error, RequestIds ids, string? resource) =>
            XmlAnswer.Render("ErrorResponse", string.Empty, xml =>
            {
                xml.Group("Error", () => Write(xml, error));
                xml.Element("RequestId", ids.RequestId);
                xml.Element("HostId", ids.HostId);
            });
    }

    private sealed class QueryXml(string xmlNamespace) : ErrorForm
    {
        public override string ContentType => "text/xml";

        public override ReadOnlyMemory<byte> Render(ServiceError error, RequestIds ids, string? resource) =>
            XmlAnswer.Render("ErrorResponse", xmlNamespace, xml =>
            {
                xml.Group("Error", () =>
                {
                    xml.Element("Type", error.Status < 500 ? "Sender" : "Receiver");
                    Write(xml, error);
                });
                xml.Element("RequestId", ids.RequestId);
            });

        public override void AddHeaders(IHeaderDictionary headers, ServiceError error, RequestIds ids) =>
            headers["x-amzn-RequestId"] = ids.RequestId;
    }

    private sealed class JsonObject : ErrorForm
    {
        public override string ContentType => "application/json";

        public override ReadOnlyMemory<byte> Render(ServiceError error, RequestIds ids, string? resource) =>
            JsonSerializer.SerializeToUtf8Bytes(new { message = error.Message });

        public override void AddHeaders(IHeaderDictionary headers, ServiceError error, RequestIds ids)
        {
            headers["x-amzn-RequestId"] = ids.RequestId;
            headers["x-amzn-ErrorType"] = JsonErrors.CodeOf(error);
        }
    }
}
