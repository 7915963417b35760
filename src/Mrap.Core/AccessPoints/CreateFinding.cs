namespace Mrap.Core.AccessPoints;

/// <summary>A rule that a proposed access point breaks.</summary>
/// <param name="Fault">What AWS would answer.</param>
/// <param name="IsAsynchronous">Whether the request would be accepted and the operation fail later; false when the request is refused at
/// once.</param>
/// <param name="Bucket">The bucket at fault; null when it is none in particular.</param>
public sealed record CreateFinding(ServiceFault Fault, bool IsAsynchronous, BucketName? Bucket);
