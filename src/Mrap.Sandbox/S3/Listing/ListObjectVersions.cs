using System.Collections.Immutable;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Objects;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Listings;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Listing;

/// <summary>ListObjectVersions.</summary>
internal sealed class ListObjectVersions : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("ListObjectVersions", "GET", S3Scope.Bucket, "versions")
        {
            Actions = RequiredActions.Always("s3:ListBucketVersions"),
            Family = RequestFamily.List,
            Handler = new S3Handler.Permitted(HandleAsync),
        },
    ];

    /// <summary>Answers a page of versions and delete markers.</summary>
    public static Task HandleAsync(S3Request request, BucketRecord bucket)
    {
        var parameters = ListingParameters.Read(request, "max-keys");
        var keyMarker = request.Query("key-marker") ?? string.Empty;
        var versionMarker = request.Query("version-id-marker");
        if (versionMarker is not null && keyMarker.Length == 0)
        {
            throw S3Errors.InvalidArgument(
                "A version-id marker cannot be specified without a key marker.", "version-id-marker", versionMarker);
        }

        if (versionMarker is not null)
        {
            VersionIds.Check(versionMarker);
        }

        var query = new ListQuery(
            parameters.Prefix, parameters.Delimiter, keyMarker.Length == 0 ? null : keyMarker, versionMarker, parameters.MaxKeys);
        var page = query.Limit == 0
            ? new ObjectPage([], [], IsTruncated: false, NextAfter: null, NextAfterVersionId: null)
            : request.Store.ListVersions(bucket.Name, query);
        var ownerId = CanonicalUserId.Of(bucket.Owner);
        return S3XmlAnswer.WriteAsync(request, "ListVersionsResult", writer =>
        {
            writer.Element("Name", bucket.Name.Value);
            writer.Element("Prefix", parameters.Shown(parameters.Prefix));
            writer.Element("KeyMarker", parameters.Shown(keyMarker));
            writer.Element("VersionIdMarker", versionMarker ?? string.Empty);
            if (page is { IsTruncated: true, NextAfter: { } next })
            {
                writer.Element("NextKeyMarker", parameters.Shown(next));
                writer.OptionalElement("NextVersionIdMarker", page.NextAfterVersionId);
            }

            writer.Element("MaxKeys", parameters.MaxKeys);
            parameters.WriteTo(writer);
            writer.Element("IsTruncated", page.IsTruncated);
            foreach (var version in page.Versions)
            {
                if (version.IsDeleteMarker)
                {
                    ListedElements.WriteMarker(writer, version, parameters, ownerId);
                }
                else
                {
                    ListedElements.Write(writer, "Version", version, parameters, ownerId);
                }
            }

            parameters.WritePrefixes(writer, page.CommonPrefixes);
        });
    }
}
