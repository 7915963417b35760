using Amazon.S3;
using Amazon.S3.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Settings;

/// <summary>Reads what is set for a bucket. That nothing is set is an answer and no fault.</summary>
public sealed class ReadSettings(AwsClients clients)
{
    private const int NotFound = 404;

    internal Task<Outcome<Found<S3BucketVersioningConfig>>> VersioningAsync(MemberBucket member, CancellationToken cancellationToken) =>
        ReadAsync(
            member, "Versioning", (s3, bucket) => s3.GetBucketVersioningAsync(bucket, cancellationToken),
            answer => answer.VersioningConfig);

    internal Task<Outcome<Found<ServerSideEncryptionConfiguration>>> EncryptionAsync(
        MemberBucket member, CancellationToken cancellationToken) => ReadAsync(
            member, "Default encryption",
            (s3, bucket) => s3.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = bucket }, cancellationToken),
            answer => answer.ServerSideEncryptionConfiguration, "ServerSideEncryptionConfigurationNotFoundError");

    internal Task<Outcome<Found<OwnershipControls>>> OwnershipAsync(MemberBucket member, CancellationToken cancellationToken) => ReadAsync(
        member, "Object ownership",
        (s3, bucket) =>
            s3.GetBucketOwnershipControlsAsync(new GetBucketOwnershipControlsRequest { BucketName = bucket }, cancellationToken),
        answer => answer.OwnershipControls, "OwnershipControlsNotFoundError");

    internal Task<Outcome<Found<LifecycleConfiguration>>> LifecycleAsync(MemberBucket member, CancellationToken cancellationToken) =>
        ReadAsync(
            member, "Lifecycle rules",
            (s3, bucket) =>
                s3.GetLifecycleConfigurationAsync(new GetLifecycleConfigurationRequest { BucketName = bucket }, cancellationToken),
            answer => answer.Configuration is { Rules.Count: > 0 } rules ? rules : null, "NoSuchLifecycleConfiguration");

    internal Task<Outcome<Found<CORSConfiguration>>> CorsAsync(MemberBucket member, CancellationToken cancellationToken) => ReadAsync(
        member, "CORS rules",
        (s3, bucket) => s3.GetCORSConfigurationAsync(new GetCORSConfigurationRequest { BucketName = bucket }, cancellationToken),
        answer => answer.Configuration is { Rules.Count: > 0 } rules ? rules : null, "NoSuchCORSConfiguration");

    internal Task<Outcome<Found<List<Tag>>>> TagsAsync(MemberBucket member, CancellationToken cancellationToken) => ReadAsync(
        member, "Tags",
        (s3, bucket) => s3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = bucket }, cancellationToken),
        answer => answer.TagSet is { Count: > 0 } tags ? tags : null, "NoSuchTagSet");

    internal Task<Outcome<Found<ObjectLockConfiguration>>> ObjectLockAsync(MemberBucket member, CancellationToken cancellationToken) =>
        ReadAsync(
            member, "Object Lock",
            (s3, bucket) =>
                s3.GetObjectLockConfigurationAsync(new GetObjectLockConfigurationRequest { BucketName = bucket }, cancellationToken),
            answer => answer.ObjectLockConfiguration, "ObjectLockConfigurationNotFoundError");

    internal Task<Outcome<Found<S3BucketLoggingConfig>>> LoggingAsync(MemberBucket member, CancellationToken cancellationToken) =>
        ReadAsync(
            member, "Server access logging",
            (s3, bucket) => s3.GetBucketLoggingAsync(new GetBucketLoggingRequest { BucketName = bucket }, cancellationToken),
            answer => string.IsNullOrEmpty(answer.BucketLoggingConfig?.TargetBucketName) ? null : answer.BucketLoggingConfig);

    internal Task<Outcome<Found<GetBucketNotificationResponse>>> NotificationAsync(
        MemberBucket member, CancellationToken cancellationToken) => ReadAsync(
            member, "Event notifications",
            (s3, bucket) => s3.GetBucketNotificationAsync(new GetBucketNotificationRequest { BucketName = bucket }, cancellationToken),
            answer => answer is { EventBridgeConfiguration: null } and not { TopicConfigurations.Count: > 0 }
                    and not { QueueConfigurations.Count: > 0 } and not { LambdaFunctionConfigurations.Count: > 0 }
                ? null
                : answer);

    internal Task<Outcome<Found<List<MetricsConfiguration>>>> MetricsAsync(MemberBucket member, CancellationToken cancellationToken) =>
        ReadAsync(
            member, "Request metrics",
            (s3, bucket) => s3.ListBucketMetricsConfigurationsAsync(
                new ListBucketMetricsConfigurationsRequest { BucketName = bucket }, cancellationToken),
            answer => answer.MetricsConfigurationList is { Count: > 0 } metrics ? metrics : null);

    internal Task<Outcome<Found<string>>> RequestPaymentAsync(MemberBucket member, CancellationToken cancellationToken) => ReadAsync(
        member, "Request payment",
        (s3, bucket) => s3.GetBucketRequestPaymentAsync(new GetBucketRequestPaymentRequest { BucketName = bucket }, cancellationToken),
        answer => answer.Payer);

    internal Task<Outcome<Found<ReplicationConfiguration>>> ReplicationAsync(MemberBucket member, CancellationToken cancellationToken) =>
        ReadAsync(
            member, "Replication rules",
            (s3, bucket) => s3.GetBucketReplicationAsync(new GetBucketReplicationRequest { BucketName = bucket }, cancellationToken),
            answer => answer.Configuration is { Rules.Count: > 0 } rules ? rules : null, "ReplicationConfigurationNotFoundError");

    private async Task<Outcome<Found<T>>> ReadAsync<TAnswer, T>(
        MemberBucket member, string what, Func<IAmazonS3, string, Task<TAnswer>> call, Func<TAnswer, T?> pick, string? nothing = null)
        where TAnswer : notnull
        where T : class
    {
        var answer = await AwsCall.InvokeAsync(
            $"{what} of `{member.Bucket}` could not be read.", () => call(clients.S3(member.Region), member.Bucket.Value));
        if (answer.TryGet(out var found, out var fault))
        {
            return new Found<T>(pick(found));
        }

        return fault.Status == NotFound && fault.Code == nothing ? new Found<T>(Value: null) : fault;
    }
}
