using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Objects;
using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Buckets;

/// <summary>CreateBucket.</summary>
internal sealed class CreateBucketOperation(BucketAccess access, RegionStores stores, TimeProvider time) : IS3Operations
{
    private const int MaxTags = 50;
    private static readonly RegionId s_ireland = RegionId.Parse("eu-west-1").Value;

    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("CreateBucket", "PUT", S3Scope.Bucket)
        {
            Actions = BucketActions.Create,
            Handler = new S3Handler.OfAccount(HandleAsync),
        },
    ];

    /// <summary>Creates a bucket in the Region of the endpoint, or where the endpoint of us-east-1 is told to.</summary>
    public async Task HandleAsync(S3Request request)
    {
        if (request.Caller is not Caller.Signed)
        {
            throw ServiceErrors.AccessDenied();
        }

        if (request.Bucket is not { } name)
        {
            throw S3Errors.InvalidBucketName(request.BucketText);
        }

        RefuseUnserved(request);
        var document = await XmlBody.ReadOptionalAsync(request, "CreateBucketConfiguration", XmlBody.OrdinaryLimit);
        var region = ChooseRegion(request, document?.Text("LocationConstraint"));
        var tags = document?.Named("Tags").SingleOrDefault() is { } set ? TagSet.ReadTags(set, MaxTags, "Bucket") : null;
        var caller = Authorize(request, name, region, tags);
        var bucket = new BucketRecord(name, caller.Account, time.GetUtcNow(), VersioningState.Unversioned);
        switch (await stores.CreateBucketAsync(region, bucket, request.Aborted()))
        {
            case CreateBucketOutcome.Created:
                await ConfigureAsync(stores.Get(region), name, tags, request.Aborted());
                break;
            case CreateBucketOutcome.AlreadyOwnedByYou when region == RegionCatalog.Default && stores.FindBucket(name)?.Region == region:
                break;
            case CreateBucketOutcome.AlreadyOwnedByYou:
                throw S3Errors.Conflict(
                    "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.",
                    name.Value);
            case CreateBucketOutcome.AlreadyExists:
                throw S3Errors.Conflict(
                    "BucketAlreadyExists",
                    "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select "
                        + "a different name and try again.",
                    name.Value);
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        var response = request.Http.Response;
        response.Headers.Location = "/" + name.Value;
        response.Headers["x-amz-bucket-arn"] = name.Arn;
        response.ContentLength = 0;
    }

    private Caller.Signed Authorize(S3Request request, BucketName name, RegionId region, ImmutableSortedDictionary<string, string>? tags)
    {
        ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> keys = tags is null or { IsEmpty: true }
            ? [new("s3:locationconstraint", [region.Value])]
            :
            [
                new("s3:locationconstraint", [region.Value]),
                new("aws:TagKeys", [.. tags.Keys]),
                .. tags.Select(tag => KeyValuePair.Create("aws:RequestTag/" + tag.Key, ImmutableArray.Create(tag.Value))),
            ];
        var actions = request.Operation.Actions(request.Http.Request);
        var caller = access.RequireAccount(request, actions.First!, name.Arn, keys);
        foreach (var action in (ReadOnlySpan<string?>)[actions.Second, actions.Third, tags is { IsEmpty: false } ? "s3:TagResource" : null])
        {
            if (action is not null)
            {
                access.RequireAccount(request, action, name.Arn, keys);
            }
        }

        return caller;
    }

    /// <summary>Decides where the bucket goes (AWS page "CreateBucket").</summary>
    /// <param name="request">The request; its Region is that of the endpoint.</param>
    /// <param name="constraint">The location constraint; null when there is none.</param>
    /// <exception cref="ServiceException">There is no such Region, or this endpoint does not create there.</exception>
    private static RegionId ChooseRegion(S3Request request, string? constraint)
    {
        var isGlobal = request.Region == RegionCatalog.Default;
        if (string.IsNullOrEmpty(constraint))
        {
            return isGlobal ? request.Region : throw Incompatible("unspecified");
        }

        if (!TryRegion(constraint, out var region))
        {
            throw S3Errors.InvalidLocationConstraint(constraint);
        }

        if (region == request.Region && !isGlobal)
        {
            return region;
        }

        var isRegionalHost = request.Http.Request.Host.Host.Contains("s3.us-east-1.", StringComparison.OrdinalIgnoreCase);
        return isGlobal && !isRegionalHost ? region : throw Incompatible(constraint);
    }

    private static bool TryRegion(string constraint, out RegionId region)
    {
        if (constraint == "EU")
        {
            region = s_ireland;
            return true;
        }

        return RegionId.Parse(constraint).TryGet(out region)
            && region != RegionCatalog.Default
            && RegionCatalog.Find(region) is { IsCommercial: true };
    }

    private static ServiceException Incompatible(string constraint) =>
        S3Errors.IllegalLocationConstraint(
            $"The {constraint} location constraint is incompatible for the region specific endpoint this request was sent to.");

    private static void RefuseUnserved(S3Request request)
    {
        AttributeReader.CheckAcl(request);
        if (request.Header("x-amz-bucket-object-lock-enabled") is { } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            throw S3Errors.HeaderNotImplemented("x-amz-bucket-object-lock-enabled");
        }

        if (request.Header("x-amz-object-ownership") is not (null or "BucketOwnerEnforced"))
        {
            throw S3Errors.HeaderNotImplemented("x-amz-object-ownership");
        }
    }

    private static async Task ConfigureAsync(
        RegionStore store, BucketName name, ImmutableSortedDictionary<string, string>? tags, CancellationToken cancellation)
    {
        await store.SetConfigurationAsync(
            name, BucketConfiguration.PublicAccessBlock, PublicAccessBlockDocument.Write(BlockPublicAccess.AllOn), cancellation);
        if (tags is { IsEmpty: false })
        {
            await store.SetConfigurationAsync(name, BucketConfiguration.Tagging, BucketConfiguration.WriteTags(tags), cancellation);
        }
    }
}
