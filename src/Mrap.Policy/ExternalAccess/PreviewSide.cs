using Mrap.Policy.Model;

namespace Mrap.Policy.ExternalAccess;

/// <summary>One side of the way through an access point: the access point itself, or a bucket behind it.</summary>
/// <param name="Arn">The ARN: that of the access point, which has the alias in it, or `arn:aws:s3:::BUCKET`.</param>
/// <param name="Account">The account that owns it: twelve digits.</param>
/// <param name="Policy">Its policy; nothing when it has none.</param>
/// <param name="RestrictPublicBuckets">Whether RestrictPublicBuckets is in effect for it at any level.</param>
public sealed record PreviewSide(string Arn, string Account, PolicyDocument? Policy, bool RestrictPublicBuckets);
