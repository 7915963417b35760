using Amazon.Runtime.Internal;

namespace Mrap.AwsSdk.Protocol;

/// <summary>What the SDK's tracing wants to know of a service.</summary>
internal sealed class QueryServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
