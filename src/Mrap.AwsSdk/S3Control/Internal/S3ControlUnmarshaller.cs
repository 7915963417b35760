using System.Net;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.S3Control.Model;
using Mrap.AwsSdk.Protocol;

namespace Amazon.S3Control.Internal;

/// <summary>Reads one kind of answer, and every error.</summary>
internal sealed class S3ControlUnmarshaller<TResponse>(Func<XElement, TResponse> read) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse
{
    private const string RequestIdHeader = "x-amz-request-id";

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
    {
        var response = read(ResponseXml.ReadRoot(context.Stream) ?? new XElement("Empty"));
        response.ResponseMetadata = new ResponseMetadata { RequestId = context.ResponseData.GetHeaderValue(RequestIdHeader) };
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var root = ReadError(context.Stream);
        var error = root is null ? null : root.Name.LocalName == "Error" ? root : ResponseXml.Child(root, "Error");
        var code = ResponseXml.Text(error, "Code") ?? statusCode.ToString();
        var message = ResponseXml.Text(error, "Message") ?? $"The service answered with status {(int)statusCode}.";
        var requestId = ResponseXml.Text(root, "RequestId") ?? ResponseXml.Text(error, "RequestId")
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
            return ResponseXml.ReadRoot(body);
        }
        catch (System.Xml.XmlException)
        {
            // A proxy or a load balancer on the way answers in its own format; the status still tells what happened.
            return null;
        }
    }
}
