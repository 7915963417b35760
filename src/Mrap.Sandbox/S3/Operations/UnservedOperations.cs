using System.Collections.Immutable;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Operations;

/// <summary>
/// Operations that S3 has and the sandbox has not: they answer 501, where a method that no operation has answers 405 (Amazon S3 API
/// Reference, "Actions").
/// </summary>
internal sealed class UnservedOperations : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        Of("PostObject", "POST", S3Scope.Bucket, subResource: null) with { Family = RequestFamily.Post },
        Preflight,
        Restore,
        Of("SelectObjectContent", "POST", S3Scope.Object, "select") with { Family = RequestFamily.Select },
        Of("GetObjectTorrent", "GET", S3Scope.Object, "torrent") with { Family = RequestFamily.Get },
        Of("RenameObject", "PUT", S3Scope.Object, "renameObject") with { Family = RequestFamily.Put },
        Of("DeleteBucketEncryption", "DELETE", S3Scope.Bucket, "encryption"),
        Of("DeleteBucketOwnershipControls", "DELETE", S3Scope.Bucket, "ownershipControls"),
        Of("PutBucketCors", "PUT", S3Scope.Bucket, "cors"),
        Of("DeleteBucketCors", "DELETE", S3Scope.Bucket, "cors"),
        Of("PutBucketLifecycleConfiguration", "PUT", S3Scope.Bucket, "lifecycle"),
        Of("DeleteBucketLifecycle", "DELETE", S3Scope.Bucket, "lifecycle"),
        Of("PutBucketWebsite", "PUT", S3Scope.Bucket, "website"),
        Of("DeleteBucketWebsite", "DELETE", S3Scope.Bucket, "website"),
        Of("PutObjectLockConfiguration", "PUT", S3Scope.Bucket, "object-lock"),
        Of("PutBucketNotificationConfiguration", "PUT", S3Scope.Bucket, "notification"),
        Of("PutBucketLogging", "PUT", S3Scope.Bucket, "logging"),
        Of("PutBucketAccelerateConfiguration", "PUT", S3Scope.Bucket, "accelerate"),
        Of("PutBucketMetricsConfiguration", "PUT", S3Scope.Bucket, "metrics"),
        Of("DeleteBucketMetricsConfiguration", "DELETE", S3Scope.Bucket, "metrics"),
        Of("PutBucketAnalyticsConfiguration", "PUT", S3Scope.Bucket, "analytics"),
        Of("DeleteBucketAnalyticsConfiguration", "DELETE", S3Scope.Bucket, "analytics"),
        Of("PutBucketInventoryConfiguration", "PUT", S3Scope.Bucket, "inventory"),
        Of("DeleteBucketInventoryConfiguration", "DELETE", S3Scope.Bucket, "inventory"),
        Of("PutBucketIntelligentTieringConfiguration", "PUT", S3Scope.Bucket, "intelligent-tiering"),
        Of("DeleteBucketIntelligentTieringConfiguration", "DELETE", S3Scope.Bucket, "intelligent-tiering"),
        Of("CreateBucketMetadataConfiguration", "POST", S3Scope.Bucket, "metadataConfiguration"),
        Of("GetBucketMetadataConfiguration", "GET", S3Scope.Bucket, "metadataConfiguration"),
        Of("DeleteBucketMetadataConfiguration", "DELETE", S3Scope.Bucket, "metadataConfiguration"),
        Of("CreateBucketMetadataTableConfiguration", "POST", S3Scope.Bucket, "metadataTable"),
        Of("GetBucketMetadataTableConfiguration", "GET", S3Scope.Bucket, "metadataTable"),
        Of("DeleteBucketMetadataTableConfiguration", "DELETE", S3Scope.Bucket, "metadataTable"),
        Of("UpdateBucketMetadataInventoryTableConfiguration", "PUT", S3Scope.Bucket, "metadataInventoryTable"),
        Of("UpdateBucketMetadataJournalTableConfiguration", "PUT", S3Scope.Bucket, "metadataJournalTable"),
        Of("CreateSession", "GET", S3Scope.Bucket, "session"),
        Of("GetBucketAbac", "GET", S3Scope.Bucket, "abac"),
        Of("PutBucketAbac", "PUT", S3Scope.Bucket, "abac"),
    ];

    // A bucket without a CORS configuration allows no origin, and this is how it says so.
    private static S3Operation Preflight => new("Preflight", "OPTIONS", S3Scope.Bucket)
    {
        Actions = RequiredActions.None,
        IsForAccessPoints = true,
        Handler = new S3Handler.Permitted((_, _) => throw S3Errors.PreflightForbidden()),
    };

    private static S3Operation Restore => Of("RestoreObject", "POST", S3Scope.Object, "restore") with
    {
        Actions = RequiredActions.Always("s3:RestoreObject"),
        IsForAccessPoints = true,
        Family = RequestFamily.Post,
    };

    private static S3Operation Of(string name, string method, S3Scope scope, string? subResource) => new(name, method, scope, subResource)
    {
        Actions = RequiredActions.None,
        Handler = new S3Handler.Permitted(RefuseAsync),
    };

    private static Task RefuseAsync(S3Request request, BucketRecord bucket) => throw S3Errors.NotImplemented();
}
