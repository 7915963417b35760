using System.Collections.Immutable;

namespace Mrap.Sandbox.S3.Protocol;

/// <summary>Operations of S3 together with what carries them out. Listed in <c>S3Registration</c>, they are served.</summary>
internal interface IS3Operations
{
    /// <summary>The operations.</summary>
    ImmutableArray<S3Operation> Operations { get; }
}
