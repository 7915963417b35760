using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Mrap.AwsSdk.Protocol;

/// <summary>Reads one kind of answer, and every error.</summary>
/// <param name="action">The operation, whose name the elements of the answer bear.</param>
/// <param name="read">Reads the result.</param>
/// <param name="fail">Makes the exception of an error.</param>
internal sealed class QueryUnmarshaller<TResponse>(
    string action, Func<XElement, TResponse> read, Func<QueryError, AmazonServiceException> fail) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse
{
    private const string RequestIdHeader = "x-amzn-RequestId";

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
    {
        var root = ResponseXml.ReadRoot(context.Stream);
        var response = read(ResponseXml.Child(root, $"{action}Result") ?? new XElement("Empty"));
        response.ResponseMetadata = new ResponseMetadata
        {
            RequestId = ResponseXml.Text(ResponseXml.Child(root, "ResponseMetadata"), "RequestId"),
        };
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var root = ReadError(context.Stream);
        var error = ResponseXml.Child(root, "Error") ?? root;
        return fail(new QueryError(
            ResponseXml.Text(error, "Message") ?? $"The service answered with status {(int)statusCode}.",
            innerException,
            (int)statusCode >= 500 ? ErrorType.Receiver : ErrorType.Sender,
            ResponseXml.Text(error, "Code") ?? statusCode.ToString(),
            ResponseXml.Text(root, "RequestId") ?? context.ResponseData.GetHeaderValue(RequestIdHeader),
            statusCode));
    }

    private static XElement? ReadError(Stream body)
    {
        try
        {
            return ResponseXml.ReadRoot(body);
        }
        catch (XmlException)
        {
            // A proxy or a load balancer on the way answers in its own format; the status still tells what happened.
            return null;
        }
    }
}
