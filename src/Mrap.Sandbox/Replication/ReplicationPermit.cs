using Mrap.Core.Replication;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Context;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Replication;

/// <summary>
/// What a role may do between two buckets, decided by its own policies and those of the buckets (Amazon S3 User Guide, "Setting up
/// permissions for live replication"). Made for one batch.
/// </summary>
/// <param name="role">The role, which S3 may assume.</param>
/// <param name="source">The bucket that has the rule.</param>
/// <param name="destination">The bucket that gets the replicas.</param>
/// <param name="stores">Where the buckets are.</param>
/// <param name="now">When it is decided.</param>
internal sealed class ReplicationPermit(
    AssumedRole role, BucketLocation source, BucketLocation destination, RegionStores stores, PublicAccess publicAccess,
    DateTimeOffset now)
{
    private readonly PolicySet _source = Policies(role, source, stores, publicAccess);
    private readonly PolicySet _destination = Policies(role, destination, stores, publicAccess);

    /// <summary>Why a task may not be carried out, by the name that S3 gives the reason; null when it may.</summary>
    /// <param name="rule">The rule behind the task.</param>
    public string? Refuse(ReplicationTask task, ReplicationRule rule)
    {
        var version = task.Version;
        if (task.Change == ObjectChangeKind.DeleteMarker)
        {
            return At(destination, _destination, "s3:ReplicateDelete", version) ? null : "DstDelObjNotPermitted";
        }

        var isChange = task.Change == ObjectChangeKind.Metadata;
        if (!isChange && !At(source, _source, "s3:GetObjectVersionForReplication", version))
        {
            return "SrcGetObjectNotPermitted";
        }

        if (!isChange && !At(source, _source, "s3:GetObjectVersionAcl", version))
        {
            return "SrcGetAclNotPermitted";
        }

        var hasTags = isChange || !version.Attributes.Tags.IsEmpty;
        return hasTags && !At(source, _source, "s3:GetObjectVersionTagging", version) ? "SrcGetTaggingNotPermitted"
            : !isChange && !At(destination, _destination, "s3:ReplicateObject", version) ? "DstPutObjectNotPermitted"
            : hasTags && !At(destination, _destination, "s3:ReplicateTags", version) ? "DstPutTaggingNotPermitted"
            : !isChange
                && rule.Destination!.ChangesOwner
                && !At(destination, _destination, "s3:ObjectOwnerOverrideToBucketOwner", version) ? "DstPutAclNotPermitted"
            : null;
    }

    private bool At(BucketLocation bucket, PolicySet policies, string action, ObjectVersion version)
    {
        var keys = new ReplicationKeys(
            role.Permissions, version, bucket.Bucket.Owner.Value, bucket.Region.Value, ReferenceEquals(bucket, destination), now);
        var request = new AccessRequest(
            role.Permissions.Principal, action, $"{bucket.Bucket.Name.Arn}/{version.Key}", bucket.Bucket.Owner.Value,
            RequestContext.Of(keys));
        return AccessDecider.Decide(policies, request).IsAllowed;
    }

    private static PolicySet Policies(AssumedRole role, BucketLocation bucket, RegionStores stores, PublicAccess publicAccess)
    {
        var store = stores.Get(bucket.Region);
        var policy = CompiledPolicies.OfBucket(store.FindConfiguration(bucket.Bucket.Name, BucketConfiguration.Policy));
        return role.Permissions.With(
            policy, policy is { IsPublic: true } && publicAccess.IsRestricted(store, bucket.Bucket, point: null));
    }
}
