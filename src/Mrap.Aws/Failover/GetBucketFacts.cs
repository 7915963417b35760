using System.Collections.Immutable;
using Amazon.S3;
using Amazon.S3.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Policies;
using Mrap.Core.AccessPoints;
using Mrap.Core.Failover;

namespace Mrap.Aws.Failover;

/// <summary>Reads what matters about a bucket when traffic is to move from or to it.</summary>
/// <param name="getPermissions">Reads its policy and Block Public Access.</param>
public sealed class GetBucketFacts(AwsClients clients, GetPermissions getPermissions)
{
    private const string NotServed = "NotImplemented";

    /// <summary>Reads it, all at once.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>What is known; what could not be read says why.</returns>
    public async Task<BucketFacts> ExecuteAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var permissions = getPermissions.ReadBucketAsync(member, cancellationToken);
        var versioning = VersioningAsync(member, cancellationToken);
        var encryption = EncryptionAsync(member, cancellationToken);
        var lifecycle = LifecycleAsync(member, cancellationToken);
        var replication = ReplicationAsync(member, cancellationToken);
        var known = await permissions;
        return new BucketFacts(
            member,
            await versioning,
            Fact(known.Block, block => block),
            Fact(known.Policy, policy => policy.Text ?? string.Empty),
            await encryption,
            await lifecycle,
            await replication);
    }

    private async Task<Fact<bool>> VersioningAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var request = new GetBucketVersioningRequest { BucketName = member.Bucket.Value };
        return Fact(
            await AwsCall.InvokeAsync(
                $"Versioning of `{member.Bucket}` could not be read.",
                () => clients.S3(member.Region).GetBucketVersioningAsync(request, cancellationToken)),
            answer => answer.VersioningConfig?.Status == VersionStatus.Enabled);
    }

    private async Task<Fact<string>> EncryptionAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var request = new GetBucketEncryptionRequest { BucketName = member.Bucket.Value };
        return Fact(
            await AwsCall.InvokeAsync(
                $"Default encryption of `{member.Bucket}` could not be read.",
                () => clients.S3(member.Region).GetBucketEncryptionAsync(request, cancellationToken)),
            answer => answer.ServerSideEncryptionConfiguration?.ServerSideEncryptionRules?.FirstOrDefault()
                ?.ServerSideEncryptionByDefault?.ServerSideEncryptionAlgorithm?.Value ?? string.Empty,
            "ServerSideEncryptionConfigurationNotFoundError",
            string.Empty);
    }

    private async Task<Fact<ImmutableArray<string>>> LifecycleAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var request = new GetLifecycleConfigurationRequest { BucketName = member.Bucket.Value };
        return Fact(
            await AwsCall.InvokeAsync(
                $"Lifecycle rules of `{member.Bucket}` could not be read.",
                () => clients.S3(member.Region).GetLifecycleConfigurationAsync(request, cancellationToken)),
            answer => (answer.Configuration?.Rules ?? []).Select(LifecycleRuleText.Of).ToImmutableArray(),
            "NoSuchLifecycleConfiguration",
            []);
    }

    private async Task<Fact<ImmutableArray<BucketName>>> ReplicationAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var request = new GetBucketReplicationRequest { BucketName = member.Bucket.Value };
        return Fact(
            await AwsCall.InvokeAsync(
                $"Replication rules of `{member.Bucket}` could not be read.",
                () => clients.S3(member.Region).GetBucketReplicationAsync(request, cancellationToken)),
            Destinations,
            "ReplicationConfigurationNotFoundError",
            []);
    }

    private static ImmutableArray<BucketName> Destinations(GetBucketReplicationResponse answer) =>
    [
        .. (answer.Configuration?.Rules ?? [])
            .Where(rule => rule.Status == ReplicationRuleStatus.Enabled)
            .Select(rule => BucketName.Parse(rule.Destination?.BucketArn?.Split(':')[^1]))
            .Where(bucket => bucket.IsValid)
            .Select(bucket => bucket.Value),
    ];

    private static Fact<TFact> Fact<T, TFact>(Outcome<T> outcome, Func<T, TFact> known)
        where T : notnull => Fact(outcome, known, missingCode: null, default!);

    private static Fact<TFact> Fact<T, TFact>(Outcome<T> outcome, Func<T, TFact> known, string? missingCode, TFact missing)
        where T : notnull
    {
        if (outcome.TryGet(out var value, out var fault))
        {
            return new Fact<TFact>.Known(known(value));
        }

        if (missingCode is not null && fault.Code == missingCode)
        {
            return new Fact<TFact>.Known(missing);
        }

        return new Fact<TFact>.Unknown(
            fault.Code == NotServed ? "The endpoint does not serve this yet: it cannot be checked." : $"{fault.WhatHappened} {fault.Why}");
    }
}
