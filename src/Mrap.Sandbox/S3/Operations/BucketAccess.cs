using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Operations;

/// <summary>
/// Finds the bucket of a request and lets the policies decide what the caller may do with it: the one place where S3 asks for
/// authorization.
/// </summary>
internal sealed class BucketAccess(RegionStores stores, S3Authorizer authorizer)
{
    /// <summary>The bucket that the request addresses; whether the caller may use it is not asked.</summary>
    /// <exception cref="ServiceException">It is not there, not here, or not the expected owner's.</exception>
    public BucketRecord Find(S3Request request)
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

        if (!IsMember(bucket, request.AccessPoint))
        {
            throw S3Errors.NoSuchBucket(request.BucketText);
        }

        return IsExpectedOwner(request, "x-amz-expected-bucket-owner", bucket)
            ? bucket
            : throw (request.Operation.TellsRegion ? S3Errors.AccessDeniedIn(request.Region) : ServiceErrors.AccessDenied());
    }

    /// <summary>Lets the request through when every action that its operation needs is permitted.</summary>
    /// <param name="tags">The tags that the request sets, when they are not in its headers.</param>
    /// <exception cref="ServiceException">An action is denied.</exception>
    public void Require(S3Request request, BucketRecord bucket, ImmutableSortedDictionary<string, string>? tags = null)
    {
        var actions = request.Operation.Actions(request.Http.Request);
        var target = new S3Target(request.Store, bucket, request.Key, request.Query("versionId"), request.AccessPoint);
        Require(request, actions.First, target, tags);
        Require(request, actions.Second, target, tags);
        Require(request, actions.Third, target, tags);
    }

    /// <summary>Decides one more action on the object of a request, or on another one in its bucket.</summary>
    public AuthorizationResult Decide(
        S3Request request, string action, BucketRecord bucket, string key, string? versionId,
        ImmutableSortedDictionary<string, string>? tags = null) =>
        Record(request, authorizer.Decide(request, action, new S3Target(request.Store, bucket, key, versionId, request.AccessPoint), tags));

    /// <summary>
    /// Ends a request for an object that is not there, unless its caller may know that: who may not list the bucket learns only that access
    /// is denied (AWS page "GetObject").
    /// </summary>
    /// <exception cref="ServiceException">The caller may not list the bucket.</exception>
    public void RequireKnowledge(S3Request request, BucketRecord bucket) =>
        RequireKnowledge(request, new S3Target(request.Store, bucket, null, null, request.AccessPoint));

    /// <summary>The bucket a copy reads from, in whichever Region it is, once its caller may read the object.</summary>
    /// <exception cref="ServiceException">It is not there, or not for this caller.</exception>
    public S3Target RequireSource(S3Request request, string bucketText, string key, string? versionId)
    {
        if (!BucketName.Parse(bucketText).TryGet(out var name))
        {
            throw S3Errors.InvalidBucketName(bucketText);
        }

        var location = stores.FindBucket(name) ?? throw S3Errors.NoSuchBucket(bucketText);
        if (!IsExpectedOwner(request, "x-amz-source-expected-bucket-owner", location.Bucket))
        {
            throw ServiceErrors.AccessDenied();
        }

        // the source of a copy is never an access point, whatever the copy came through
        var target = new S3Target(stores.Get(location.Region), location.Bucket, key, versionId, Through: null);
        RequireSource(request, target, ObjectActions.Get(versionId is not null));
        return target;
    }

    /// <summary>Lets a copy through when a further action on its source is permitted.</summary>
    /// <exception cref="ServiceException">The action is denied.</exception>
    public void RequireSource(S3Request request, S3Target source, string action)
    {
        var result = Record(request, authorizer.Decide(request, action, source));
        if (!result.IsAllowed)
        {
            throw result.Refusal();
        }
    }

    /// <summary>Ends a copy from an object that is not there, unless its caller may know that.</summary>
    /// <exception cref="ServiceException">The caller may not list the source's bucket.</exception>
    public void RequireSourceKnowledge(S3Request request, S3Target source) =>
        RequireKnowledge(request, source with { Key = null, VersionId = null });

    /// <summary>The signed caller of an action of its own account, once it is permitted.</summary>
    /// <param name="resource">The ARN, or <c>*</c> for an action that has no resource.</param>
    /// <param name="extra">Condition keys of this request alone.</param>
    /// <exception cref="ServiceException">Nobody signed the request, or the action is denied.</exception>
    public Caller.Signed RequireAccount(
        S3Request request, string action, string resource, params ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> extra)
    {
        var caller = request.Caller as Caller.Signed ?? throw ServiceErrors.AccessDenied();
        var result = Record(request, authorizer.Decide(request, caller, action, resource, extra));
        return result.IsAllowed ? caller : throw result.Refusal();
    }

    private void Require(S3Request request, string? action, in S3Target target, ImmutableSortedDictionary<string, string>? tags)
    {
        if (action is null)
        {
            return;
        }

        var result = authorizer.Decide(request, action, target, tags);
        if (request.Operation.IsOfBucketPolicy)
        {
            result = PolicyRights.Apply(request.Caller, target.Bucket, result);
        }

        Record(request, result);
        if (!result.IsAllowed)
        {
            // HeadBucket tells the Region even to those whom it tells nothing else
            throw request.Operation.TellsRegion ? S3Errors.AccessDeniedIn(request.Region) : result.Refusal();
        }
    }

    private void RequireKnowledge(S3Request request, in S3Target bucket)
    {
        var result = Record(request, authorizer.Decide(request, BucketActions.List, bucket));
        if (!result.IsAllowed)
        {
            throw result.Refusal();
        }
    }

    private static AuthorizationResult Record(S3Request request, AuthorizationResult result)
    {
        request.Exchange.Observation.Record(result.Decision);
        return result;
    }

    // A name that its owner gave up may be another account's bucket by now, and that one was never made a member.
    private static bool IsMember(BucketRecord bucket, AccessPointRecord? through)
    {
        if (through is null)
        {
            return true;
        }

        foreach (var member in through.Point.Members)
        {
            if (member.Bucket == bucket.Name)
            {
                return member.BucketAccount == bucket.Owner;
            }
        }

        return false;
    }

    private static bool IsExpectedOwner(S3Request request, string header, BucketRecord bucket) =>
        request.Header(header) is not { } expected || expected == bucket.Owner.Value;
}
