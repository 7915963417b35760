using System.Globalization;
using Mrap.Core.Regions;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Protocol;

/// <summary>The errors that S3 operations answer, with AWS's codes, statuses and messages (AWS page "Error responses").</summary>
internal static partial class S3Errors
{
    public static ServiceException AccessDeniedIn(RegionId region) =>
        new(new ServiceError(403, "AccessDenied", "Access Denied") { Headers = [new(S3Headers.BucketRegion, region.Value)] });

    public static ServiceException NoSuchBucket(string bucket) =>
        ServiceException.Of(404, "NoSuchBucket", "The specified bucket does not exist", ("BucketName", bucket));

    public static ServiceException InvalidBucketName(string bucket) =>
        ServiceException.Of(400, "InvalidBucketName", "The specified bucket is not valid.", ("BucketName", bucket));

    public static ServiceException PermanentRedirect(string bucket, RegionId region) =>
        new(
            new ServiceError(
                301, "PermanentRedirect",
                "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests "
                    + "to this endpoint.")
            {
                Details = [new("Endpoint", $"{bucket}.s3.{region}.amazonaws.com"), new("Bucket", bucket)],
                Headers = [new(S3Headers.BucketRegion, region.Value)],
            });

    public static ServiceException NoSuchKey(string key) =>
        ServiceException.Of(404, "NoSuchKey", "The specified key does not exist.", ("Key", key));

    public static ServiceException NoSuchKeyBehindMarker(string key, string? versionId) =>
        new(new ServiceError(404, "NoSuchKey", "The specified key does not exist.")
        {
            Details = [new("Key", key)],
            Headers = versionId is null
                ? [new("x-amz-delete-marker", "true")]
                : [new("x-amz-delete-marker", "true"), new("x-amz-version-id", versionId)],
        });

    public static ServiceException NoSuchVersion(string key, string versionId) =>
        ServiceException.Of(404, "NoSuchVersion", "The specified version does not exist.", ("Key", key), ("VersionId", versionId));

    public static ServiceException DeleteMarkerNotAllowed(string method, string versionId, DateTimeOffset lastModified) =>
        new(new ServiceError(405, "MethodNotAllowed", "The specified method is not allowed against this resource.")
        {
            Details = [new("Method", method), new("ResourceType", "DeleteMarker")],
            Headers =
            [
                new("x-amz-delete-marker", "true"), new("x-amz-version-id", versionId), new("Allow", "DELETE"),
                new("Last-Modified", lastModified.ToString("R", CultureInfo.InvariantCulture)),
            ],
        });

    public static ServiceException MethodNotAllowed(string method, string resourceType) =>
        ServiceException.Of(
            405, "MethodNotAllowed", "The specified method is not allowed against this resource.", ("Method", method),
            ("ResourceType", resourceType));

    public static ServiceException NotImplemented() =>
        ServiceException.Of(501, "NotImplemented", "A header or query you provided implies functionality that is not implemented.");

    public static ServiceException HeaderNotImplemented(string header) =>
        ServiceException.Of(
            501, "NotImplemented", "A header you provided implies functionality that is not implemented", ("Header", header));

    public static ServiceException InvalidArgument(string message, string name, string value) =>
        ServiceException.Of(400, "InvalidArgument", message, ("ArgumentName", name), ("ArgumentValue", value));

    public static ServiceException MalformedPolicy(string message) => ServiceException.Of(400, "MalformedPolicy", message);

    public static ServiceException PreconditionFailed(string condition) =>
        ServiceException.Of(
            412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold", ("Condition", condition));

    public static ServiceException Conflict(string code, string message, string bucket) =>
        ServiceException.Of(409, code, message, ("BucketName", bucket));

    public static ServiceException BucketHasAccessPoints(string bucket) => ServiceException.Of(
        400,
        "BucketHasAccessPointsAttached",
        "The bucket you tried to delete has access points attached. Delete your access points before deleting your bucket.",
        ("BucketName", bucket));

    public static ServiceException HasReplication(string bucket) => Conflict(
        "InvalidBucketState",
        "A replication configuration is present on this bucket, so you cannot change the versioning state. To change the versioning state, "
            + "first delete the replication configuration.",
        bucket);

    public static ServiceException NotFound(string code, string message, string bucket) =>
        ServiceException.Of(404, code, message, ("BucketName", bucket));

    public static ServiceException IllegalLocationConstraint(string message) =>
        ServiceException.Of(400, "IllegalLocationConstraintException", message);

    public static ServiceException InvalidLocationConstraint(string constraint) =>
        ServiceException.Of(
            400, "InvalidLocationConstraint", "The specified location-constraint is not valid", ("LocationConstraint", constraint));

    public static ServiceException IllegalVersioning() =>
        ServiceException.Of(400, "IllegalVersioningConfigurationException", "The Versioning element must be specified");

    public static ServiceException AclNotSupported() =>
        ServiceException.Of(400, "AccessControlListNotSupported", "The bucket does not allow ACLs");

    public static ServiceException PreflightForbidden() =>
        ServiceException.Of(
            403, "AccessForbidden", "CORSResponse: CORS is not enabled for this bucket.", ("Method", "OPTIONS"),
            ("ResourceType", "BUCKET"));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
