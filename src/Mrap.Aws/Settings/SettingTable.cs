using System.Collections.Immutable;
using Amazon.S3;
using Amazon.S3.Model;
using Mrap.Aws.Faults;
using Mrap.Aws.Policies;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;
using Mrap.Policy.Editing;

namespace Mrap.Aws.Settings;

/// <summary>Every setting of buckets that is compared, and how it is given to another bucket (Amazon S3 API Reference).</summary>
/// <param name="read">Reads settings.</param>
/// <param name="permissions">Reads policies and Block Public Access.</param>
public sealed class SettingTable(ReadSettings read, GetPermissions permissions)
{
    private const string OfItsRegion = "It names things of the bucket's own Region, which the other buckets cannot use.";

    /// <summary>The settings in the order in which they are shown.</summary>
    internal ImmutableArray<SettingAccess> All { get; } =
    [
        SettingAccess.Of<S3BucketVersioningConfig>(
            BucketSetting.Versioning, read.VersioningAsync, WriteVersioningAsync, found => found.Status?.Value ?? "Off"),
        SettingAccess.Of<ServerSideEncryptionConfiguration>(
            BucketSetting.Encryption, read.EncryptionAsync, WriteEncryptionAsync, SettingWords.Of),
        new(BucketSetting.BlockPublicAccess, BlockAsync(permissions), WriteBlockAsync),
        new(BucketSetting.Policy, PolicyAsync(permissions), WritePolicyAsync),
        SettingAccess.Of<OwnershipControls>(BucketSetting.Ownership, read.OwnershipAsync, WriteOwnershipAsync, SettingWords.Of),
        SettingAccess.Of<LifecycleConfiguration>(BucketSetting.Lifecycle, read.LifecycleAsync, WriteLifecycleAsync),
        SettingAccess.Of<CORSConfiguration>(
            BucketSetting.Cors, read.CorsAsync, WriteCorsAsync, found => SettingText.Of(found, isOrdered: true)),
        SettingAccess.Of<List<Tag>>(BucketSetting.Tags, read.TagsAsync, WriteTagsAsync, SettingWords.Of),
        SettingAccess.Of<ObjectLockConfiguration>(
            BucketSetting.ObjectLock, read.ObjectLockAsync, write: null, whyNot: "Object Lock cannot be switched off again: set it in S3."),
        SettingAccess.Of<S3BucketLoggingConfig>(BucketSetting.Logging, read.LoggingAsync, write: null, whyNot: OfItsRegion),
        SettingAccess.Of<GetBucketNotificationResponse>(
            BucketSetting.Notification, read.NotificationAsync, write: null, SettingWords.Of, OfItsRegion),
        SettingAccess.Of<List<MetricsConfiguration>>(
            BucketSetting.Metrics, read.MetricsAsync, write: null, found => string.Join('\n', found.Select(each => each.MetricsId).Order()),
            "Request metrics are enabled on the metrics page, with what they cost."),
        SettingAccess.Of<string>(BucketSetting.RequestPayment, read.RequestPaymentAsync, WriteRequestPaymentAsync, payer => payer),
        SettingAccess.Of<ReplicationConfiguration>(
            BucketSetting.Replication, read.ReplicationAsync, write: null, SettingWords.Of,
            "Rules lead from one bucket to the others and are set on the page of the rules."),
    ];

    /// <summary>How a setting is read and written.</summary>
    internal SettingAccess Of(BucketSetting setting) => All.First(access => access.Setting == setting);

    private static Func<MemberBucket, CancellationToken, Task<Outcome<SettingValue>>> BlockAsync(GetPermissions permissions) =>
        async (member, cancellationToken) =>
            (await permissions.ReadBlockAsync(member, cancellationToken)).TryGet(out var block, out var fault)
                ? new SettingValue(SettingWords.Of(block), block)
                : fault;

    private static Func<MemberBucket, CancellationToken, Task<Outcome<SettingValue>>> PolicyAsync(GetPermissions permissions) =>
        async (member, cancellationToken) =>
            (await permissions.ReadBucketPolicyAsync(member, cancellationToken)).TryGet(out var policy, out var fault)
                ? policy.Text is { } text ? SettingValue.OfText(PolicyFormat.Of(text) ?? text, member.Bucket) : SettingValue.None
                : fault;

    // A bucket whose versioning was enabled once cannot go back to never having had it.
    private static Task WriteVersioningAsync(
        IAmazonS3 s3, string bucket, S3BucketVersioningConfig? found, CancellationToken cancellationToken) => s3.PutBucketVersioningAsync(
            new PutBucketVersioningRequest
            {
                BucketName = bucket,
                VersioningConfig = new S3BucketVersioningConfig
                {
                    Status = found?.Status == VersionStatus.Enabled ? VersionStatus.Enabled : VersionStatus.Suspended,
                },
            },
            cancellationToken);

    private static Task WriteEncryptionAsync(
        IAmazonS3 s3, string bucket, ServerSideEncryptionConfiguration? found, CancellationToken cancellationToken) => found is null
            ? s3.DeleteBucketEncryptionAsync(new DeleteBucketEncryptionRequest { BucketName = bucket }, cancellationToken)
            : s3.PutBucketEncryptionAsync(
                new PutBucketEncryptionRequest { BucketName = bucket, ServerSideEncryptionConfiguration = found }, cancellationToken);

    private static Task<PutPublicAccessBlockResponse> WriteBlockAsync(
        IAmazonS3 s3, BucketName bucket, object? document, CancellationToken cancellationToken)
    {
        var block = (BlockPublicAccess)document!;
        return s3.PutPublicAccessBlockAsync(
            new PutPublicAccessBlockRequest
            {
                BucketName = bucket.Value,
                PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration
                {
                    BlockPublicAcls = block.BlockPublicAcls,
                    IgnorePublicAcls = block.IgnorePublicAcls,
                    BlockPublicPolicy = block.BlockPublicPolicy,
                    RestrictPublicBuckets = block.RestrictPublicBuckets,
                },
            },
            cancellationToken);
    }

    private static Task WritePolicyAsync(IAmazonS3 s3, BucketName bucket, object? document, CancellationToken cancellationToken) =>
        document is string text
            ? s3.PutBucketPolicyAsync(
                new PutBucketPolicyRequest { BucketName = bucket.Value, Policy = OwnName.Insert(text, bucket) }, cancellationToken)
            : s3.DeleteBucketPolicyAsync(new DeleteBucketPolicyRequest { BucketName = bucket.Value }, cancellationToken);

    private static Task WriteOwnershipAsync(
        IAmazonS3 s3, string bucket, OwnershipControls? found, CancellationToken cancellationToken) => found is null
            ? s3.DeleteBucketOwnershipControlsAsync(new DeleteBucketOwnershipControlsRequest { BucketName = bucket }, cancellationToken)
            : s3.PutBucketOwnershipControlsAsync(
                new PutBucketOwnershipControlsRequest { BucketName = bucket, OwnershipControls = found }, cancellationToken);

    private static Task WriteLifecycleAsync(
        IAmazonS3 s3, string bucket, LifecycleConfiguration? found, CancellationToken cancellationToken) => found is null
            ? s3.DeleteLifecycleConfigurationAsync(new DeleteLifecycleConfigurationRequest { BucketName = bucket }, cancellationToken)
            : s3.PutLifecycleConfigurationAsync(
                new PutLifecycleConfigurationRequest { BucketName = bucket, Configuration = found }, cancellationToken);

    private static Task WriteCorsAsync(IAmazonS3 s3, string bucket, CORSConfiguration? found, CancellationToken cancellationToken) =>
        found is null
            ? s3.DeleteCORSConfigurationAsync(new DeleteCORSConfigurationRequest { BucketName = bucket }, cancellationToken)
            : s3.PutCORSConfigurationAsync(
                new PutCORSConfigurationRequest { BucketName = bucket, Configuration = found }, cancellationToken);

    private static Task WriteTagsAsync(IAmazonS3 s3, string bucket, List<Tag>? found, CancellationToken cancellationToken) => found is null
        ? s3.DeleteBucketTaggingAsync(new DeleteBucketTaggingRequest { BucketName = bucket }, cancellationToken)
        : s3.PutBucketTaggingAsync(new PutBucketTaggingRequest { BucketName = bucket, TagSet = found }, cancellationToken);

    private static Task WriteRequestPaymentAsync(IAmazonS3 s3, string bucket, string? payer, CancellationToken cancellationToken) =>
        s3.PutBucketRequestPaymentAsync(
            bucket, new RequestPaymentConfiguration { Payer = payer ?? "BucketOwner" }, cancellationToken);
}
