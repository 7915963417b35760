using Mrap.Sandbox.Control;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Buckets;
using Mrap.Sandbox.S3.Listing;
using Mrap.Sandbox.S3.Multipart;
using Mrap.Sandbox.S3.Objects;
using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3;

/// <summary>The data plane: recognises an operation, finds its bucket, asks for access and carries it out.</summary>
internal sealed class S3Service
{
    private readonly BucketAccess _access;
    private readonly BucketPolicy _policy;
    private readonly CreateBucket _createBucket;
    private readonly DeleteBucket _deleteBucket;
    private readonly ListBuckets _listBuckets;
    private readonly CopyObject _copyObject;
    private readonly DeleteObjects _deleteObjects;
    private readonly ObjectTagging _tagging;
    private readonly UploadPartHandler _uploadPart;

    /// <summary>Serves the buckets of all Regions.</summary>
    /// <param name="membership">Which buckets access points hold on to.</param>
    /// <param name="publicAccess">Block Public Access as it takes effect.</param>
    /// <param name="principals">Which principals there are.</param>
    /// <param name="time">The clock.</param>
    public S3Service(
        IRegionStores stores, IAccessPointMembership membership, PublicAccess publicAccess, IPrincipalRegister principals,
        TimeProvider time)
    {
        _access = new BucketAccess(stores, new S3Authorizer(publicAccess, time));
        _policy = new BucketPolicy(publicAccess, principals);
        _createBucket = new CreateBucket(_access, stores, time);
        _deleteBucket = new DeleteBucket(stores, membership);
        _listBuckets = new ListBuckets(_access, stores);
        _copyObject = new CopyObject(_access);
        _deleteObjects = new DeleteObjects(_access);
        _tagging = new ObjectTagging(_access);
        _uploadPart = new UploadPartHandler(_access);
    }

    /// <summary>Decides which S3 operation a request is, carries it out and writes the answer.</summary>
    /// <param name="request">The request, addressed and authenticated.</param>
    /// <exception cref="ServiceException">The request ends in an error answer, which the caller writes.</exception>
    public Task HandleAsync(S3Request request)
    {
        var hasBucket = request.Bucket is not null || request.BucketText.Length > 0 || request.AccessPoint is not null;
        var operation = S3OperationReader.Read(request.Http.Request, hasBucket, request.Key is not null);
        if (operation == S3Operation.MethodNotAllowed || (request.AccessPoint is not null && !AccessPointOperations.IsAllowed(operation)))
        {
            throw S3Errors.MethodNotAllowed(request.Http.Request.Method, ResourceType(request, hasBucket));
        }

        return operation switch
        {
            S3Operation.ListBuckets => _listBuckets.HandleAsync(request),
            S3Operation.CreateBucket => _createBucket.HandleAsync(request),
            _ => HandleInBucketAsync(request, operation, _access.Find(request, operation)),
        };
    }

    private Task HandleInBucketAsync(S3Request request, S3Operation operation, BucketRecord bucket)
    {
        switch (operation)
        {
            case S3Operation.DeleteObjects:
                // every key of its body is decided by itself
                return _deleteObjects.HandleAsync(request, bucket);
            case S3Operation.PutObjectTagging:
                return _tagging.PutAsync(request, bucket);
            case S3Operation.DeleteObjectTagging:
                return _tagging.DeleteAsync(request, bucket);
            default:
                _access.Require(request, operation, bucket);
                break;
        }

        try
        {
            return HandlePermittedAsync(request, operation, bucket);
        }
        catch (ServiceException missing) when (missing.Error.Code is "NoSuchKey" or "NoSuchVersion")
        {
            _access.RequireKnowledge(request, bucket);
            throw;
        }
    }

    private Task HandlePermittedAsync(S3Request request, S3Operation operation, BucketRecord bucket) => operation switch
    {
        S3Operation.NotImplemented or S3Operation.RestoreObject => throw S3Errors.NotImplemented(),
        S3Operation.Preflight => throw S3Errors.PreflightForbidden(),
        S3Operation.ObjectLock => throw ServiceErrors.InvalidRequest("Bucket is missing Object Lock Configuration"),
        S3Operation.HeadBucket => BucketIdentity.HeadAsync(request, bucket),
        S3Operation.DeleteBucket => _deleteBucket.HandleAsync(request, bucket),
        S3Operation.GetBucketLocation => BucketIdentity.GetLocationAsync(request),
        S3Operation.GetBucketVersioning => BucketVersioning.GetAsync(request, bucket),
        S3Operation.PutBucketVersioning => BucketVersioning.PutAsync(request, bucket),
        S3Operation.GetBucketPolicy => BucketPolicy.GetAsync(request, bucket),
        S3Operation.PutBucketPolicy => _policy.PutAsync(request, bucket),
        S3Operation.DeleteBucketPolicy => BucketPolicy.DeleteAsync(request, bucket),
        S3Operation.GetBucketPolicyStatus => BucketPolicy.GetStatusAsync(request, bucket),
        S3Operation.GetPublicAccessBlock => BucketPublicAccess.GetAsync(request, bucket),
        S3Operation.PutPublicAccessBlock => BucketPublicAccess.PutAsync(request, bucket),
        S3Operation.DeletePublicAccessBlock => BucketPublicAccess.DeleteAsync(request, bucket),
        S3Operation.GetBucketTagging => BucketTagging.GetAsync(request, bucket),
        S3Operation.PutBucketTagging => BucketTagging.PutAsync(request, bucket),
        S3Operation.DeleteBucketTagging => BucketTagging.DeleteAsync(request, bucket),
        S3Operation.GetBucketAcl => BucketIdentity.GetAclAsync(request, bucket),
        S3Operation.PutBucketAcl => BucketIdentity.PutAclAsync(request),
        S3Operation.GetDefaultConfiguration => DefaultConfiguration.GetAsync(request, bucket),
        S3Operation.PutDefaultConfiguration => DefaultConfiguration.PutAsync(request),
        S3Operation.ListObjects => Listing.ListObjects.HandleAsync(request, bucket),
        S3Operation.ListObjectsV2 => ListObjectsV2.HandleAsync(request, bucket),
        S3Operation.ListObjectVersions => ListObjectVersions.HandleAsync(request, bucket),
        S3Operation.ListMultipartUploads => ListMultipartUploads.HandleAsync(request, bucket),
        S3Operation.GetObject => GetObject.HandleAsync(request, bucket, withBody: true),
        S3Operation.HeadObject => GetObject.HandleAsync(request, bucket, withBody: false),
        S3Operation.PutObject => PutObject.HandleAsync(request, bucket),
        S3Operation.CopyObject => _copyObject.HandleAsync(request, bucket),
        S3Operation.DeleteObject => DeleteObject.HandleAsync(request, bucket),
        S3Operation.GetObjectAttributes => GetObjectAttributes.HandleAsync(request, bucket),
        S3Operation.GetObjectTagging => ObjectTagging.GetAsync(request, bucket),
        S3Operation.GetObjectAcl => ObjectAcl.GetAsync(request, bucket),
        S3Operation.PutObjectAcl => ObjectAcl.PutAsync(request, bucket),
        S3Operation.CreateMultipartUpload => CreateMultipartUpload.HandleAsync(request, bucket),
        S3Operation.UploadPart => UploadPartHandler.PutAsync(request, bucket),
        S3Operation.UploadPartCopy => _uploadPart.CopyAsync(request, bucket),
        S3Operation.CompleteMultipartUpload => CompleteMultipartUpload.HandleAsync(request, bucket),
        S3Operation.AbortMultipartUpload => AbortMultipartUpload.HandleAsync(request, bucket),
        S3Operation.ListParts => ListPartsHandler.HandleAsync(request, bucket),
        S3Operation.ListBuckets or S3Operation.CreateBucket or S3Operation.DeleteObjects or S3Operation.PutObjectTagging
            or S3Operation.DeleteObjectTagging
            or S3Operation.MethodNotAllowed or _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string ResourceType(S3Request request, bool hasBucket) => (hasBucket, request.Key) switch
    {
        (false, _) => "SERVICE",
        (true, null) => "BUCKET",
        (true, _) => "OBJECT",
    };
}
