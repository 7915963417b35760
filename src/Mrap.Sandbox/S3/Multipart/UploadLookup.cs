using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Multipart;

/// <summary>Finds the multipart upload a request means.</summary>
internal static class UploadLookup
{
    /// <summary>The upload that the query names.</summary>
    /// <exception cref="ServiceException">There is none.</exception>
    public static MultipartUpload Require(S3Request request, BucketRecord bucket) =>
        Find(request, bucket) ?? throw S3Errors.NoSuchUpload(UploadId(request));

    /// <summary>The upload that the query names; null when it was completed or aborted, or never was.</summary>
    public static MultipartUpload? Find(S3Request request, BucketRecord bucket) =>
        request.Store.FindUpload(bucket.Name, ObjectKey.Require(request), UploadId(request));

    /// <summary>The upload ID of the query.</summary>
    public static string UploadId(S3Request request) => request.Query("uploadId") ?? string.Empty;

    /// <summary>The part number of the query.</summary>
    /// <exception cref="ServiceException">It is missing or outside 1 to 10,000.</exception>
    public static int PartNumber(S3Request request) => Protocol.PartNumber.Read(request.Query("partNumber") ?? string.Empty);

    /// <summary>The algorithm of an upload: the one named, otherwise the one S3 chooses.</summary>
    public static ChecksumAlgorithm Algorithm(MultipartUpload upload) => upload.Checksum ?? ChecksumAlgorithm.Crc64Nvme;
}
