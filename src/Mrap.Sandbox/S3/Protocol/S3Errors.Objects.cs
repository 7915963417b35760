using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Protocol;

/// <content>Errors about objects, their bytes and their parts.</content>
internal static partial class S3Errors
{
    public static ServiceException InvalidRange(string range, long size) =>
        new(new ServiceError(416, "InvalidRange", "The requested range is not satisfiable")
        {
            Details = [new("RangeRequested", range), new("ActualObjectSize", Text(size))],
            Headers = [new("Content-Range", $"bytes */{Text(size)}")],
        });

    public static ServiceException InvalidPartNumber(int requested, int count) =>
        ServiceException.Of(
            416, "InvalidPartNumber", "The requested partnumber is not satisfiable", ("ActualPartCount", Text(count)),
            ("PartNumberRequested", Text(requested)));

    public static ServiceException InvalidDigest(string value) =>
        ServiceException.Of(400, "InvalidDigest", "The Content-MD5 you specified was invalid.", ("Content-MD5", value));

    public static ServiceException BadDigest(string expected, string calculated) =>
        ServiceException.Of(
            400, "BadDigest", "The Content-MD5 you specified did not match what we received.", ("ExpectedDigest", expected),
            ("CalculatedDigest", calculated));

    public static ServiceException MalformedTrailer() =>
        ServiceException.Of(
            400, "MalformedTrailerError",
            "The request contained trailing data that was not well-formed or did not conform to our published schema.");

    public static ServiceException KeyTooLong(int size) =>
        ServiceException.Of(400, "KeyTooLongError", "Your key is too long", ("Size", Text(size)), ("MaxSizeAllowed", "1024"));

    public static ServiceException MetadataTooLarge(int size) =>
        ServiceException.Of(
            400, "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size", ("Size", Text(size)),
            ("MaxSizeAllowed", "2048"));

    public static ServiceException EntityTooSmall(long size, int partNumber, string eTag) =>
        ServiceException.Of(
            400,
            "EntityTooSmall",
            "Your proposed upload is smaller than the minimum allowed size",
            ("ProposedSize", Text(size)),
            ("MinSizeAllowed", "5242880"),
            ("PartNumber", Text(partNumber)),
            ("ETag", eTag));

    public static ServiceException NoSuchUpload(string uploadId) =>
        ServiceException.Of(
            404, "NoSuchUpload",
            "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
            ("UploadId", uploadId));

    public static ServiceException InvalidPart(string uploadId, int partNumber, string eTag) =>
        ServiceException.Of(
            400,
            "InvalidPart",
            "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may "
                + "not match the part's entity tag.",
            ("UploadId", uploadId),
            ("PartNumber", Text(partNumber)),
            ("ETag", eTag));

    public static ServiceException InvalidPartOrder(string uploadId) =>
        ServiceException.Of(
            400, "InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.",
            ("UploadId", uploadId));

    public static ServiceException InvalidTag(string message) => ServiceException.Of(400, "InvalidTag", message);

    public static ServiceException TooManyTags(string message) => ServiceException.Of(400, "BadRequest", message);

    public static ServiceException InvalidStorageClass(string value) =>
        ServiceException.Of(400, "InvalidStorageClass", "The storage class you specified is not valid", ("StorageClassRequested", value));
}
