using System.Collections.Immutable;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Listings;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Listing;

/// <summary>ListObjectsV2.</summary>
internal sealed class ListObjectsV2 : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("ListObjectsV2", "GET", S3Scope.Bucket)
        {
            When = request => request.Query["list-type"] == "2",
            Actions = RequiredActions.Always(BucketActions.List),
            IsForAccessPoints = true,
            Family = RequestFamily.List,
            Handler = new S3Handler.Permitted(HandleAsync),
        },
    ];

    /// <summary>Answers a page of keys.</summary>
    public static Task HandleAsync(S3Request request, BucketRecord bucket)
    {
        var parameters = ListingParameters.Read(request, "max-keys");
        var startAfter = request.Query("start-after");
        var token = request.Query("continuation-token");
        var scope = "list-objects:" + bucket.Name.Value;
        var after = string.IsNullOrEmpty(startAfter) ? null : startAfter;
        if (token is not null)
        {
            after = OpaqueToken.Read(scope, token)
                ?? throw S3Errors.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
        }

        var page =
            Page(request, bucket, new ListQuery(parameters.Prefix, parameters.Delimiter, after, AfterVersionId: null, parameters.MaxKeys));
        var ownerId = request.Query("fetch-owner") is "true" ? CanonicalUserId.Of(bucket.Owner) : null;
        return S3XmlAnswer.WriteAsync(request, "ListBucketResult", writer =>
        {
            writer.Element("Name", bucket.Name.Value);
            writer.Element("Prefix", parameters.Shown(parameters.Prefix));
            if (startAfter is not null)
            {
                writer.Element("StartAfter", parameters.Shown(startAfter));
            }

            writer.OptionalElement("ContinuationToken", token);
            if (page is { IsTruncated: true, NextAfter: { } next })
            {
                writer.Element("NextContinuationToken", OpaqueToken.Make(scope, next));
            }

            writer.Element("KeyCount", page.Versions.Length + page.CommonPrefixes.Length);
            writer.Element("MaxKeys", parameters.MaxKeys);
            parameters.WriteTo(writer);
            writer.Element("IsTruncated", page.IsTruncated);
            foreach (var version in page.Versions)
            {
                ListedElements.Write(writer, "Contents", version, parameters, ownerId);
            }

            parameters.WritePrefixes(writer, page.CommonPrefixes);
        });
    }

    /// <summary>Lists keys; asking for none gives an empty page that is complete.</summary>
    public static ObjectPage Page(S3Request request, BucketRecord bucket, ListQuery query) =>
        query.Limit == 0
            ? new ObjectPage([], [], IsTruncated: false, NextAfter: null, NextAfterVersionId: null)
            : request.Store.ListObjects(bucket.Name, query);
}
