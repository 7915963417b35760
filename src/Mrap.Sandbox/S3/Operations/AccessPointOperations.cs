namespace Mrap.Sandbox.S3.Operations;

/// <summary>Which operations an access point carries.</summary>
internal static class AccessPointOperations
{
    /// <summary>Whether the operation may come through an access point; all others answer 405.</summary>
    public static bool IsAllowed(S3Operation operation) => operation is
        S3Operation.AbortMultipartUpload or S3Operation.CompleteMultipartUpload or S3Operation.CopyObject
            or S3Operation.CreateMultipartUpload
        or S3Operation.DeleteObject or S3Operation.DeleteObjectTagging or S3Operation.GetObject or S3Operation.GetObjectAcl
        or S3Operation.GetObjectTagging or S3Operation.HeadObject or S3Operation.ListMultipartUploads or S3Operation.ListObjectsV2
        or S3Operation.ListParts or S3Operation.ObjectLock or S3Operation.PutObject or S3Operation.PutObjectAcl
        or S3Operation.PutObjectTagging
        or S3Operation.RestoreObject or S3Operation.UploadPart or S3Operation.Preflight;
}
