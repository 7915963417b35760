using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>A multipart upload under way.</summary>
/// <param name="UploadId">Its ID, unguessable.</param>
/// <param name="InitiatedAt">When it was started, UTC.</param>
/// <param name="Attributes">What the object will carry.</param>
/// <param name="Checksum">The algorithm its parts are to carry; null when none was named.</param>
/// <param name="ChecksumType">The type of the finished checksum; null when none was named.</param>
internal sealed record MultipartUpload(
    string UploadId, BucketName Bucket, string Key, DateTimeOffset InitiatedAt, ObjectAttributes Attributes, ChecksumAlgorithm? Checksum,
    ChecksumType? ChecksumType);
