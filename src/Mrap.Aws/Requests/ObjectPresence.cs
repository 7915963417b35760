using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Requests;

/// <summary>Whether one member bucket holds an object.</summary>
/// <param name="Member">The bucket.</param>
/// <param name="IsPresent">Whether it does; null when the bucket did not tell.</param>
/// <param name="Length">The length of the object there in bytes; null when it is not there.</param>
/// <param name="ETag">The entity tag there, in quotes; null when it is not there.</param>
/// <param name="LastModified">When it was written there; null when it is not there.</param>
/// <param name="Fault">Why the bucket did not tell; null when it did.</param>
public sealed record ObjectPresence(
    MemberBucket Member, bool? IsPresent, long? Length, string? ETag, DateTimeOffset? LastModified, AwsFault? Fault);
