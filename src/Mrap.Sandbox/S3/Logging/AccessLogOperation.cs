using Mrap.Sandbox.Observation;

namespace Mrap.Sandbox.S3.Logging;

/// <summary>The name of an operation in access logs, such as <c>REST.GET.OBJECT</c>.</summary>
internal static class AccessLogOperation
{
    /// <summary>The name for a request.</summary>
    public static string Of(RequestObserved request) => $"REST.{MethodOf(request)}.{ResourceOf(request)}";

    private static string MethodOf(RequestObserved request) =>
        request.Operation is "CopyObject" or "UploadPartCopy" ? "COPY" : request.Method;

    private static string ResourceOf(RequestObserved request) => request.Operation switch
    {
        "DeleteObjects" => "MULTI_OBJECT_DELETE",
        "CreateMultipartUpload" or "ListMultipartUploads" => "UPLOADS",
        "CompleteMultipartUpload" or "AbortMultipartUpload" or "ListParts" => "UPLOAD",
        "UploadPart" or "UploadPartCopy" => "PART",
        "ListObjectVersions" => "BUCKETVERSIONS",
        "GetBucketPolicy" or "PutBucketPolicy" or "DeleteBucketPolicy" => "BUCKETPOLICY",
        "GetBucketVersioning" or "PutBucketVersioning" => "VERSIONING",
        "GetBucketLogging" or "PutBucketLogging" => "LOGGING_STATUS",
        "GetBucketLocation" => "LOCATION",
        "GetBucketTagging" or "PutBucketTagging" or "DeleteBucketTagging" => "TAGGING",
        "GetBucketReplication" or "PutBucketReplication" or "DeleteBucketReplication" => "REPLICATION",
        "GetBucketMetricsConfiguration" or "PutBucketMetricsConfiguration" or "DeleteBucketMetricsConfiguration"
            or "ListBucketMetricsConfigurations" => "METRICS",
        "GetBucketAcl" or "GetObjectAcl" or "PutBucketAcl" or "PutObjectAcl" => "ACL",
        "GetPublicAccessBlock" or "PutPublicAccessBlock" or "DeletePublicAccessBlock" => "PUBLIC_ACCESS_BLOCK",
        "GetObjectTagging" or "PutObjectTagging" or "DeleteObjectTagging" => "OBJECT_TAGGING",
        "GetObjectAttributes" => "OBJECT_ATTRIBUTES",
        _ => request.Key is null ? "BUCKET" : "OBJECT",
    };
}
