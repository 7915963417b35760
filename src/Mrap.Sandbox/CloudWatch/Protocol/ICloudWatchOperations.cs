using System.Collections.Immutable;

namespace Mrap.Sandbox.CloudWatch.Protocol;

/// <summary>Operations of CloudWatch together with what carries them out. Registered in the container, they are served.</summary>
internal interface ICloudWatchOperations
{
    /// <summary>The operations.</summary>
    ImmutableArray<CloudWatchOperation> Operations { get; }
}
