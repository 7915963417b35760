using System.Collections.Immutable;

namespace Mrap.Sandbox.S3Control;

/// <summary>Operations of S3 Control together with what carries them out. Listed in the container, they are served.</summary>
internal interface IControlOperations
{
    /// <summary>The operations.</summary>
    ImmutableArray<ControlOperation> Operations { get; }
}
