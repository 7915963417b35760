using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Mrap.AwsSdk.Protocol;

/// <summary>How a service of the AWS Query protocol is spoken to.</summary>
/// <param name="service">The SDK's name of it.</param>
/// <param name="version">The version of its API.</param>
/// <param name="fail">Makes the exception of an error.</param>
internal sealed class QueryDialect(string service, string version, Func<QueryError, AmazonServiceException> fail)
{
    /// <summary>Describes an operation.</summary>
    /// <param name="action">Its name.</param>
    /// <param name="write">Writes the request.</param>
    /// <param name="read">Reads the result, an empty element when the operation has none.</param>
    public InvokeOptions Operation<TRequest, TResponse>(
        string action, Action<QueryParameters, TRequest> write, Func<XElement, TResponse> read)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse =>
        new()
        {
            RequestMarshaller = new QueryMarshaller<TRequest>(input => Create(action, input, write)),
            ResponseUnmarshaller = new QueryUnmarshaller<TResponse>(action, read, fail),
        };

    private DefaultRequest Create<TRequest>(string action, TRequest input, Action<QueryParameters, TRequest> write)
        where TRequest : AmazonWebServiceRequest
    {
        var form = new QueryParameters(action, version);
        write(form, input);
        var request = new DefaultRequest(input, service)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = form.ToBytes()
        };
        request.Headers["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8";
        request.Headers["x-amz-api-version"] = version;
        return request;
    }
}
