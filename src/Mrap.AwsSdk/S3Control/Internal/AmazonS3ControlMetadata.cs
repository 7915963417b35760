using Amazon.Runtime.Internal;

namespace Amazon.S3Control.Internal;

/// <summary>What the SDK's tracing wants to know of the service.</summary>
internal sealed class AmazonS3ControlMetadata : IServiceMetadata
{
    public string ServiceId => "S3 Control";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
