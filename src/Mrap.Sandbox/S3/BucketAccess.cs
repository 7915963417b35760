using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Storage;

namespace Mrap.Sandbox.S3;

/// <summary>Finds the bucket of a request and decides whether the caller may use it: the one place where authorization is asked.</summary>
/// <remarks>Without policies only the account that owns a bucket may use it.</remarks>
internal sealed class BucketAccess(IRegionStores stores)
{
    /// <summary>The bucket that the request addresses.</summary>
    /// <exception cref="S3Exception">It is not there, not here, or not for this caller.</exception>
    public BucketRecord Require(S3Request request, S3Operation operation)
    {
        if (request.Bucket is not { } name)
        {
            throw S3Errors.InvalidBucketName(request.BucketText);
        }

        var bucket = request.Store.FindBucket(name);
        if (bucket is null)
        {
            throw stores.FindBucket(name) is { } elsewhere && elsewhere.Region != request.Region
                ? S3Errors.PermanentRedirect(name.Value, elsewhere.Region)
                : S3Errors.NoSuchBucket(request.BucketText);
        }

        if (!IsExpectedOwner(request, "x-amz-expected-bucket-owner", bucket) || !IsAllowed(request, operation, bucket))
        {
            // HeadBucket tells the Region even to those whom it tells nothing else
            throw operation == S3Operation.HeadBucket ? S3Errors.AccessDeniedIn(request.Region) : S3Errors.AccessDenied();
        }

        return bucket;
    }

    /// <summary>The bucket a copy reads from, in whichever Region it is.</summary>
    /// <exception cref="S3Exception">It is not there, or not for this caller.</exception>
    public BucketLocation RequireSource(S3Request request, string bucketText)
    {
        if (!BucketName.Parse(bucketText).TryGet(out var name))
        {
            throw S3Errors.InvalidBucketName(bucketText);
        }

        var location = stores.FindBucket(name) ?? throw S3Errors.NoSuchBucket(bucketText);
        return IsExpectedOwner(request, "x-amz-source-expected-bucket-owner", location.Bucket) && IsAllowed(request, S3Operation.GetObject, location.Bucket)
            ? location
            : throw S3Errors.AccessDenied();
    }

    /// <summary>The signed caller, for operations that are about the caller's own account.</summary>
    /// <exception cref="S3Exception">Nobody signed the request.</exception>
    public static Caller.Signed RequireUser(S3Request request) => request.Caller as Caller.Signed ?? throw S3Errors.AccessDenied();

    private static bool IsExpectedOwner(S3Request request, string header, BucketRecord bucket) =>
        request.Header(header) is not { } expected || expected == bucket.Owner.Value;

    private static bool IsAllowed(S3Request request, S3Operation operation, BucketRecord bucket) => request.Caller switch
    {
        Caller.Signed signed => signed.Account == bucket.Owner,
        _ => operation == S3Operation.Preflight,
    };
}
