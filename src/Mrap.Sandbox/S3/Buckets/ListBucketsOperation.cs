using System.Collections.Immutable;
using System.Globalization;
using Mrap.Core.Regions;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Buckets;

/// <summary>ListBuckets.</summary>
internal sealed class ListBucketsOperation(BucketAccess access, RegionStores stores) : IS3Operations
{
    private const int MaxBuckets = 10_000;

    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("ListBuckets", "GET", S3Scope.Service)
        {
            Actions = RequiredActions.Always(BucketActions.ListAllMine),
            Handler = new S3Handler.OfAccount(HandleAsync),
        },
    ];

    /// <summary>Answers the caller's buckets in all Regions, or a page of them.</summary>
    public Task HandleAsync(S3Request request)
    {
        var account = access.RequireAccount(request, BucketActions.ListAllMine, "*").Account;
        var prefix = request.Query("prefix");
        var limit = ReadLimit(request);
        var region = ReadRegion(request);
        var scope = "list-buckets:" + account.Value;
        var after = request.Query("continuation-token") is { Length: > 0 } token
            ? OpaqueToken.Read(scope, token)
                ?? throw S3Errors.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token)
            : null;

        var matching = stores.ListBuckets(account)
            .Where(location => prefix is null || location.Bucket.Name.Value.StartsWith(prefix, StringComparison.Ordinal))
            .Where(location => region is null || location.Region == region)
            .Where(location => after is null || string.CompareOrdinal(location.Bucket.Name.Value, after) > 0)
            .Take(limit + 1)
            .ToList();
        var page = matching.Take(limit).ToList();
        return S3XmlAnswer.WriteAsync(request, "ListAllMyBucketsResult", writer =>
        {
            writer.Start("Owner");
            writer.Element("ID", CanonicalUserId.Of(account));
            writer.WriteEndElement();
            writer.Start("Buckets");
            foreach (var (bucketRegion, bucket) in page)
            {
                writer.Start("Bucket");
                writer.Element("Name", bucket.Name.Value);
                writer.Element("CreationDate", bucket.CreatedAt);
                writer.Element("BucketRegion", bucketRegion.Value);
                writer.Element("BucketArn", bucket.Name.Arn);
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
            writer.OptionalElement("Prefix", prefix);
            if (matching.Count > limit)
            {
                writer.Element("ContinuationToken", OpaqueToken.Make(scope, page[^1].Bucket.Name.Value));
            }
        });
    }

    private static int ReadLimit(S3Request request)
    {
        if (request.Query("max-buckets") is not { Length: > 0 } text)
        {
            return MaxBuckets;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxBuckets
            ? limit
            : throw S3Errors.InvalidArgument("Argument max-buckets must be an integer between 1 and 10000", "max-buckets", text);
    }

    private static RegionId? ReadRegion(S3Request request)
    {
        if (request.Query("bucket-region") is not { Length: > 0 } text)
        {
            return null;
        }

        return RegionId.Parse(text).TryGet(out var region)
            ? region
            : throw S3Errors.InvalidArgument($"Argument value {text} is not a valid AWS Region", "bucket-region", text);
    }
}
