using System.Collections.Immutable;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Listing;
using Mrap.Sandbox.S3.Objects;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Multipart;

/// <summary>ListParts.</summary>
internal sealed class ListParts : IS3Operations
{
    private const string MarkerName = "part-number-marker";

    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("ListParts", "GET", S3Scope.Object, "uploadId")
        {
            Actions = RequiredActions.Always("s3:ListMultipartUploadParts"),
            IsForAccessPoints = true,
            Family = RequestFamily.List,
            Handler = new S3Handler.Permitted(HandleAsync),
        },
    ];

    /// <summary>Answers a page of the parts of an upload.</summary>
    public static Task HandleAsync(S3Request request, BucketRecord bucket)
    {
        var limit = ListingParameters.ReadLimit(request, "max-parts");
        var marker = S3RequestExtensions.Number(MarkerName, request.Query(MarkerName), otherwise: 0);
        var upload = UploadLookup.Require(request, bucket);
        var parts = request.Store.ListParts(upload.UploadId, marker, limit + 1);
        var page = parts.Length > limit ? parts[..limit] : parts;
        var ownerId = CanonicalUserId.Of(upload.Attributes.Owner);
        return S3XmlAnswer.WriteAsync(request, "ListPartsResult", writer =>
        {
            writer.Element("Bucket", bucket.Name.Value);
            writer.Element("Key", upload.Key);
            writer.Element("UploadId", upload.UploadId);
            OwnerElements.WriteUpload(writer, ownerId);
            writer.Element("StorageClass", upload.Attributes.Headers.GetValueOrDefault(AttributeReader.StorageClass, "STANDARD"));
            writer.Element("PartNumberMarker", marker);
            writer.Element("NextPartNumberMarker", page.IsEmpty ? marker : page[^1].Number);
            writer.Element("MaxParts", limit);
            writer.Element("IsTruncated", limit > 0 && parts.Length > limit);
            OwnerElements.WriteChecksum(writer, upload);
            foreach (var part in page)
            {
                writer.Start("Part");
                writer.Element("PartNumber", part.Number);
                writer.Element("LastModified", part.LastModified);
                writer.Element("ETag", ETags.Quote(part.ETag));
                writer.Element("Size", part.Size);
                ChecksumElements.WriteValues(writer, part.Checksums);
                writer.WriteEndElement();
            }
        });
    }
}
