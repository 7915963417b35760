using System.Globalization;
using Mrap.Core.Regions;

namespace Mrap.Sandbox.S3;

/// <summary>The errors that S3 operations answer, with AWS's codes, statuses and messages (AWS page "Error responses").</summary>
internal static partial class S3Errors
{
    public static S3Exception AccessDenied() => Error(403, "AccessDenied", "Access Denied");

    public static S3Exception AccessDeniedIn(RegionId region) =>
        new(new S3Error(403, "AccessDenied", "Access Denied") { Headers = [new("x-amz-bucket-region", region.Value)] });

    public static S3Exception NoSuchBucket(string bucket) => Error(404, "NoSuchBucket", "The specified bucket does not exist", ("BucketName", bucket));

    public static S3Exception InvalidBucketName(string bucket) => Error(400, "InvalidBucketName", "The specified bucket is not valid.", ("BucketName", bucket));

    public static S3Exception PermanentRedirect(string bucket, RegionId region) =>
        new(new S3Error(301, "PermanentRedirect", "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.")
        {
            Details = [new("Endpoint", $"{bucket}.s3.{region}.amazonaws.com"), new("Bucket", bucket)],
            Headers = [new("x-amz-bucket-region", region.Value)],
        });

    public static S3Exception NoSuchKey(string key) => Error(404, "NoSuchKey", "The specified key does not exist.", ("Key", key));

    public static S3Exception NoSuchKeyBehindMarker(string key, string? versionId) =>
        new(new S3Error(404, "NoSuchKey", "The specified key does not exist.")
        {
            Details = [new("Key", key)],
            Headers = versionId is null
                ? [new("x-amz-delete-marker", "true")]
                : [new("x-amz-delete-marker", "true"), new("x-amz-version-id", versionId)],
        });

    public static S3Exception NoSuchVersion(string key, string versionId) =>
        Error(404, "NoSuchVersion", "The specified version does not exist.", ("Key", key), ("VersionId", versionId));

    public static S3Exception DeleteMarkerNotAllowed(string method, string versionId, DateTimeOffset lastModified) =>
        new(new S3Error(405, "MethodNotAllowed", "The specified method is not allowed against this resource.")
        {
            Details = [new("Method", method), new("ResourceType", "DeleteMarker")],
            Headers =
            [
                new("x-amz-delete-marker", "true"), new("x-amz-version-id", versionId), new("Allow", "DELETE"),
                new("Last-Modified", lastModified.ToString("R", CultureInfo.InvariantCulture)),
            ],
        });

    public static S3Exception MethodNotAllowed(string method, string resourceType) =>
        Error(405, "MethodNotAllowed", "The specified method is not allowed against this resource.", ("Method", method), ("ResourceType", resourceType));

    public static S3Exception NotImplemented() => Error(501, "NotImplemented", "A header or query you provided implies functionality that is not implemented.");

    public static S3Exception HeaderNotImplemented(string header) =>
        Error(501, "NotImplemented", "A header you provided implies functionality that is not implemented", ("Header", header));

    public static S3Exception InvalidArgument(string message, string name, string value) =>
        Error(400, "InvalidArgument", message, ("ArgumentName", name), ("ArgumentValue", value));

    public static S3Exception InvalidRequest(string message) => Error(400, "InvalidRequest", message);

    public static S3Exception MalformedXml() =>
        Error(400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    public static S3Exception MalformedPolicy(string message) => Error(400, "MalformedPolicy", message);

    public static S3Exception PreconditionFailed(string condition) =>
        Error(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold", ("Condition", condition));

    public static S3Exception PolicyTooLarge() => MalformedPolicy("Policies must not exceed 20480 bytes in size");

    public static S3Exception Conflict(string code, string message, string bucket) => Error(409, code, message, ("BucketName", bucket));

    public static S3Exception BucketHasAccessPoints(string bucket) => Error(
        400,
        "BucketHasAccessPointsAttached",
        "The bucket you tried to delete has access points attached. Delete your access points before deleting your bucket.",
        ("BucketName", bucket));

    public static S3Exception NotFound(string code, string message, string bucket) => Error(404, code, message, ("BucketName", bucket));

    public static S3Exception IllegalLocationConstraint(string message) => Error(400, "IllegalLocationConstraintException", message);

    public static S3Exception InvalidLocationConstraint(string constraint) =>
        Error(400, "InvalidLocationConstraint", "The specified location-constraint is not valid", ("LocationConstraint", constraint));

    public static S3Exception IllegalVersioning() =>
        Error(400, "IllegalVersioningConfigurationException", "The Versioning element must be specified");

    public static S3Exception MissingContentLength() => Error(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");

    public static S3Exception AclNotSupported() => Error(400, "AccessControlListNotSupported", "The bucket does not allow ACLs");

    public static S3Exception PreflightForbidden() =>
        Error(403, "AccessForbidden", "CORSResponse: CORS is not enabled for this bucket.", ("Method", "OPTIONS"), ("ResourceType", "BUCKET"));

    private static S3Exception Error(int status, string code, string message, params ReadOnlySpan<(string Name, string Value)> details)
    {
        var list = new KeyValuePair<string, string>[details.Length];
        for (var i = 0; i < details.Length; i++)
        {
            list[i] = new(details[i].Name, details[i].Value);
        }

        return new S3Exception(new S3Error(status, code, message) { Details = [.. list] });
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
