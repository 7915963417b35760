using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Mrap.AwsSdk.Protocol;

/// <summary>Turns one kind of request into HTTP.</summary>
internal sealed class QueryMarshaller<TRequest>(Func<TRequest, IRequest> marshal) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input) => marshal((TRequest)input);
}
