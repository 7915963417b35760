using System.Collections.Immutable;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Listings;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Listing;

/// <summary>ListObjects, the first version of the operation.</summary>
internal sealed class ListObjects : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("ListObjects", "GET", S3Scope.Bucket)
        {
            Actions = RequiredActions.Always(BucketActions.List),
            Family = RequestFamily.List,
            Handler = new S3Handler.Permitted(HandleAsync),
        },
    ];

    /// <summary>Answers a page of keys.</summary>
    public static Task HandleAsync(S3Request request, BucketRecord bucket)
    {
        var parameters = ListingParameters.Read(request, "max-keys");
        var marker = request.Query("marker") ?? string.Empty;
        var after = marker.Length == 0 ? null : marker;
        var page = ListObjectsV2.Page(
            request, bucket, new ListQuery(parameters.Prefix, parameters.Delimiter, after, AfterVersionId: null, parameters.MaxKeys));
        var ownerId = CanonicalUserId.Of(bucket.Owner);
        return S3XmlAnswer.WriteAsync(request, "ListBucketResult", writer =>
        {
            writer.Element("Name", bucket.Name.Value);
            writer.Element("Prefix", parameters.Shown(parameters.Prefix));
            writer.Element("Marker", parameters.Shown(marker));
            if (page is { IsTruncated: true, NextAfter: { } next } && parameters.Delimiter is not null)
            {
                writer.Element("NextMarker", parameters.Shown(next));
            }

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
}
