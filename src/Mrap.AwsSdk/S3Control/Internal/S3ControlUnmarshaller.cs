using System.Net;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.S3Control.Model;

namespace Amazon.S3Control.Internal;

/// <summary>Reads one kind of answer, and every error.</summary>
internal sealed class S3ControlUnmarshaller<TResponse>(Func<XElement, TResponse> read) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse
{
    private const string RequestIdHeader = "x-amz-request-id";

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
    {
        var response = read(S3ControlXml.ReadRoot(context.Stream) ?? new XElement("Empty"));
        response.ResponseMetadata = new ResponseMetadata { RequestId = context.ResponseData.GetHeaderValue(RequestIdHeader) };
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var root = ReadError(context.Stream);
        var error = root is null ? null : root.Name.LocalName == "Error" ? root : S3ControlXml.Child(root, "Error");
        var code = S3ControlXml.Text(error, "Code") ?? statusCode.ToString();
        var message = S3ControlXml.Text(error, "Message") ?? $"The service answered with status {(int)statusCode}.";
        var requestId = S3ControlXml.Text(root, "RequestId") ?? S3ControlXml.Text(error, "RequestId")
            ?? context.ResponseData.GetHeaderValue(RequestIdHeader);
        var type = (int)statusCode >= 500 ? ErrorType.Receiver : ErrorType.Sender;
        return code == "NoSuchPublicAccessBlockConfiguration"
            ? new NoSuchPublicAccessBlockConfigurationException(message, innerException, type, code, requestId, statusCode)
            : new AmazonS3ControlException(message, innerException, type, code, requestId, statusCode);
    }

    private static XElement? ReadError(Stream body)
    {
        try
        {
            return S3ControlXml.ReadRoot(body);
        }
        catch (System.Xml.XmlException)
        {
            // A proxy or a load balancer on the way answers in its own format; the status still tells what happened.
            return null;
        }
    }
}
