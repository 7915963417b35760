using System.Globalization;
using Mrap.Core.Regions;
using Mrap.Sandbox.S3.Buckets;

namespace Mrap.Sandbox.S3;

/// <summary>The errors that S3 operations answer, with AWS's codes, statuses and messages (AWS page "Error responses").</summary>
internal static partial class S3Errors
{
    /// <summary>The answer to a fault of ours.</summary>
    public static S3Error Internal { get; } = new(500, "InternalError", "We encountered an internal error. Please try again.");

    public static S3Exception ServiceUnavailable() => Refusal.Of(503, "ServiceUnavailable", "Service is unable to handle request.");

    public static S3Exception SlowDown() => Refusal.Of(503, "SlowDown", "Please reduce your request rate.");

    public static S3Exception InvalidUri() => Refusal.Of(400, "InvalidURI", "Couldn't parse the specified URI.");

    public static S3Exception AccessDenied() => Refusal.Of(403, "AccessDenied", "Access Denied");

    public static S3Exception AccessDeniedIn(RegionId region) =>
        new(new S3Error(403, "AccessDenied", "Access Denied") { Headers = [new(BucketIdentity.RegionHeader, region.Value)] });

    public static S3Exception NoSuchBucket(string bucket) =>
        Refusal.Of(404, "NoSuchBucket", "The specified bucket does not exist", ("BucketName", bucket));

    public static S3Exception InvalidBucketName(string bucket) =>
        Refusal.Of(400, "InvalidBucketName", "The specified bucket is not valid.", ("BucketName", bucket));

    public static S3Exception PermanentRedirect(string bucket, RegionId region) =>
        new(
            new S3Error(
                301, "PermanentRedirect",
                "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests "
                    + "to this endpoint.")
            {
                Details = [new("Endpoint", $"{bucket}.s3.{region}.amazonaws.com"), new("Bucket", bucket)],
                Headers = [new(BucketIdentity.RegionHeader, region.Value)],
            });

    public static S3Exception NoSuchKey(string key) => Refusal.Of(404, "NoSuchKey", "The specified key does not exist.", ("Key", key));

    public static S3Exception NoSuchKeyBehindMarker(string key, string? versionId) =>
        new(new S3Error(404, "NoSuchKey", "The specified key does not exist.")
        {
            Details = [new("Key", key)],
            Headers = versionId is null
                ? [new("x-amz-delete-marker", "true")]
                : [new("x-amz-delete-marker", "true"), new("x-amz-version-id", versionId)],
        });

    public static S3Exception NoSuchVersion(string key, string versionId) =>
        Refusal.Of(404, "NoSuchVersion", "The specified version does not exist.", ("Key", key), ("VersionId", versionId));

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
        Refusal.Of(
            405, "MethodNotAllowed", "The specified method is not allowed against this resource.", ("Method", method),
            ("ResourceType", resourceType));

    public static S3Exception NotImplemented() =>
        Refusal.Of(501, "NotImplemented", "A header or query you provided implies functionality that is not implemented.");

    public static S3Exception HeaderNotImplemented(string header) =>
        Refusal.Of(501, "NotImplemented", "A header you provided implies functionality that is not implemented", ("Header", header));

    public static S3Exception InvalidArgument(string message, string name, string value) =>
        Refusal.Of(400, "InvalidArgument", message, ("ArgumentName", name), ("ArgumentValue", value));

    public static S3Exception InvalidRequest(string message) => Refusal.Of(400, "InvalidRequest", message);

    public static S3Exception MalformedXml() =>
        Refusal.Of(400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    public static S3Exception MalformedPolicy(string message) => Refusal.Of(400, "MalformedPolicy", message);

    public static S3Exception PreconditionFailed(string condition) =>
        Refusal.Of(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold", ("Condition", condition));

    public static S3Exception Conflict(string code, string message, string bucket) =>
        Refusal.Of(409, code, message, ("BucketName", bucket));

    public static S3Exception BucketHasAccessPoints(string bucket) => Refusal.Of(
        400,
        "BucketHasAccessPointsAttached",
        "The bucket you tried to delete has access points attached. Delete your access points before deleting your bucket.",
        ("BucketName", bucket));

    public static S3Exception NotFound(string code, string message, string bucket) =>
        Refusal.Of(404, code, message, ("BucketName", bucket));

    public static S3Exception IllegalLocationConstraint(string message) => Refusal.Of(400, "IllegalLocationConstraintException", message);

    public static S3Exception InvalidLocationConstraint(string constraint) =>
        Refusal.Of(400, "InvalidLocationConstraint", "The specified location-constraint is not valid", ("LocationConstraint", constraint));

    public static S3Exception IllegalVersioning() =>
        Refusal.Of(400, "IllegalVersioningConfigurationException", "The Versioning element must be specified");

    public static S3Exception MissingContentLength() =>
        Refusal.Of(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");

    public static S3Exception AclNotSupported() => Refusal.Of(400, "AccessControlListNotSupported", "The bucket does not allow ACLs");

    public static S3Exception PreflightForbidden() =>
        Refusal.Of(
            403, "AccessForbidden", "CORSResponse: CORS is not enabled for this bucket.", ("Method", "OPTIONS"),
            ("ResourceType", "BUCKET"));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
