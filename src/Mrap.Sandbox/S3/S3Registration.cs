using Microsoft.Extensions.DependencyInjection;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Buckets;
using Mrap.Sandbox.S3.Listing;
using Mrap.Sandbox.S3.Logging;
using Mrap.Sandbox.S3.Metrics;
using Mrap.Sandbox.S3.Multipart;
using Mrap.Sandbox.S3.Objects;
using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;

namespace Mrap.Sandbox.S3;

/// <summary>The operations of S3 that are served, by group.</summary>
internal static class S3Registration
{
    /// <summary>
    /// Adds S3. Of several sub-resources in one query the one that stands here first counts.
    /// </summary>
    public static IServiceCollection AddS3(this IServiceCollection services) => services
        .AddSingleton<PublicAccess>()
        .AddSingleton<S3Authorizer>()
        .AddSingleton<BucketAccess>()
        .AddSingleton<ObjectLookup>()
        .AddSingleton<S3OperationDirectory>()
        .AddSingleton<S3Service>()
        .AddListing()
        .AddMultipart()
        .AddObjects()
        .AddBuckets()
        .AddSingleton<IS3Operations, UnservedOperations>();

    private static IServiceCollection AddListing(this IServiceCollection services) => services
        .AddSingleton<IS3Operations, ListObjects>()
        .AddSingleton<IS3Operations, ListObjectsV2>()
        .AddSingleton<IS3Operations, ListObjectVersions>();

    private static IServiceCollection AddMultipart(this IServiceCollection services) => services
        .AddSingleton<IS3Operations, UploadPart>()
        .AddSingleton<IS3Operations, CompleteMultipartUpload>()
        .AddSingleton<IS3Operations, AbortMultipartUpload>()
        .AddSingleton<IS3Operations, ListParts>()
        .AddSingleton<IS3Operations, CreateMultipartUpload>()
        .AddSingleton<IS3Operations, ListMultipartUploads>();

    private static IServiceCollection AddObjects(this IServiceCollection services) => services
        .AddSingleton<IS3Operations, GetObject>()
        .AddSingleton<IS3Operations, PutObject>()
        .AddSingleton<IS3Operations, CopyObject>()
        .AddSingleton<IS3Operations, DeleteObject>()
        .AddSingleton<IS3Operations, DeleteObjects>()
        .AddSingleton<IS3Operations, ObjectTagging>()
        .AddSingleton<IS3Operations, ObjectAcl>()
        .AddSingleton<IS3Operations, GetObjectAttributes>()
        .AddSingleton<IS3Operations, ObjectLock>();

    private static IServiceCollection AddBuckets(this IServiceCollection services) => services
        .AddSingleton<IS3Operations, ListBucketsOperation>()
        .AddSingleton<IS3Operations, CreateBucketOperation>()
        .AddSingleton<IS3Operations, DeleteBucket>()
        .AddSingleton<IS3Operations, BucketIdentity>()
        .AddSingleton<IS3Operations, BucketVersioningOperations>()
        .AddSingleton<IS3Operations, BucketPolicyOperations>()
        .AddSingleton<IS3Operations, BucketPublicAccess>()
        .AddSingleton<IS3Operations, BucketTagging>()
        .AddSingleton<IS3Operations, BucketReplicationOperations>()
        .AddSingleton<IS3Operations, BucketAcl>()
        .AddSingleton<IS3Operations, BucketMetrics>()
        .AddSingleton<IS3Operations, BucketLogging>()
        .AddSingleton<IS3Operations, DefaultConfiguration>();
}
