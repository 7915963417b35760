using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Listing;
using Mrap.Sandbox.S3.Objects;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Listings;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Multipart;

/// <summary>ListMultipartUploads.</summary>
internal sealed class ListMultipartUploads : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("ListMultipartUploads", "GET", S3Scope.Bucket, "uploads")
        {
            Actions = RequiredActions.Always("s3:ListBucketMultipartUploads"),
            IsForAccessPoints = true,
            Family = RequestFamily.List,
            Handler = new S3Handler.Permitted(HandleAsync),
        },
    ];

    /// <summary>Answers a page of the uploads under way.</summary>
    public static Task HandleAsync(S3Request request, BucketRecord bucket)
    {
        var parameters = ListingParameters.Read(request, "max-uploads");
        var keyMarker = request.Query("key-marker") ?? string.Empty;
        var idMarker = request.Query("upload-id-marker") ?? string.Empty;
        var query = new UploadQuery(
            parameters.Prefix,
            parameters.Delimiter,
            keyMarker.Length == 0 ? null : keyMarker,
            keyMarker.Length == 0 || idMarker.Length == 0 ? null : idMarker,
            parameters.MaxKeys);
        var page = query.Limit == 0 ? new UploadPage([], [], IsTruncated: false) : request.Store.ListUploads(bucket.Name, query);
        return S3XmlAnswer.WriteAsync(request, "ListMultipartUploadsResult", writer =>
        {
            writer.Element("Bucket", bucket.Name.Value);
            writer.Element("KeyMarker", parameters.Shown(keyMarker));
            writer.Element("UploadIdMarker", idMarker);
            if (page.IsTruncated)
            {
                WriteNext(writer, page, parameters);
            }

            writer.Element("Prefix", parameters.Shown(parameters.Prefix));
            parameters.WriteTo(writer);
            writer.Element("MaxUploads", parameters.MaxKeys);
            writer.Element("IsTruncated", page.IsTruncated);
            foreach (var upload in page.Uploads)
            {
                writer.Start("Upload");
                writer.Element("Key", parameters.Shown(upload.Key));
                writer.Element("UploadId", upload.UploadId);
                OwnerElements.WriteUpload(writer, CanonicalUserId.Of(upload.Attributes.Owner));
                writer.Element("StorageClass", upload.Attributes.Headers.GetValueOrDefault(AttributeReader.StorageClass, "STANDARD"));
                writer.Element("Initiated", upload.InitiatedAt);
                OwnerElements.WriteChecksum(writer, upload);
                writer.WriteEndElement();
            }

            parameters.WritePrefixes(writer, page.CommonPrefixes);
        });
    }

    private static void WriteNext(XmlWriter writer, UploadPage page, ListingParameters parameters)
    {
        var lastUpload = page.Uploads.IsEmpty ? null : page.Uploads[^1];
        var lastPrefix = page.CommonPrefixes.IsEmpty ? null : page.CommonPrefixes[^1];
        if (lastUpload is not null && (lastPrefix is null || CompareBytes(lastUpload.Key, lastPrefix) > 0))
        {
            writer.Element("NextKeyMarker", parameters.Shown(lastUpload.Key));
            writer.Element("NextUploadIdMarker", lastUpload.UploadId);
        }
        else if (lastPrefix is not null)
        {
            writer.Element("NextKeyMarker", parameters.Shown(lastPrefix));
        }
    }

    private static int CompareBytes(string left, string right) =>
        Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
