using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;

namespace Mrap.Aws.Requests;

/// <summary>Whether one member bucket holds an object.</summary>
/// <param name="Member">The bucket.</param>
/// <param name="Copy">What it holds.</param>
/// <param name="Fault">Why the bucket did not tell; null when it did.</param>
public sealed record ObjectPresence(MemberBucket Member, KeyCopy Copy, AwsFault? Fault)
{
    /// <summary>Whether the object can be read there; null when the bucket did not tell.</summary>
    public bool? IsPresent => Copy.State switch
    {
        CopyState.Present => true,
        CopyState.Unknown => null,
        _ => false,
    };
}
