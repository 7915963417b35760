using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>GetObjectAttributes.</summary>
internal sealed class GetObjectAttributes(ObjectLookup lookup) : IS3Operations
{
    private const string Wanted = "x-amz-object-attributes";
    private const string MaxParts = "x-amz-max-parts";
    private const string Marker = "x-amz-part-number-marker";
    private static readonly string[] s_names = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"];

    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("GetObjectAttributes", "GET", S3Scope.Object, "attributes")
        {
            Actions = Actions,
            Family = RequestFamily.Get,
            Handler = new S3Handler.Permitted(HandleAsync),
        },
    ];

    /// <summary>Answers the attributes asked for.</summary>
    public Task HandleAsync(S3Request request, BucketRecord bucket)
    {
        var wanted = ReadWanted(request);
        var maxParts = S3RequestExtensions.Number(MaxParts, request.Header(MaxParts), otherwise: 1000);
        var marker = S3RequestExtensions.Number(Marker, request.Header(Marker), otherwise: 0);
        var version = lookup.Require(request, bucket);
        var headers = request.Http.Response.Headers;
        headers.LastModified = version.LastModified.ToString("R", CultureInfo.InvariantCulture);
        if (bucket.Versioning != VersioningState.Unversioned)
        {
            headers[ObjectHeaders.VersionId] = version.VersionId;
        }

        return S3XmlAnswer.WriteAsync(request, "GetObjectAttributesResponse", writer =>
        {
            if (wanted.Contains("ETag"))
            {
                writer.Element("ETag", version.ETag);
            }

            if (wanted.Contains("Checksum") && !version.Checksums.IsEmpty)
            {
                writer.Start("Checksum");
                ChecksumElements.Write(writer, version.Checksums);
                writer.WriteEndElement();
            }

            if (wanted.Contains("ObjectParts") && !version.Parts.IsEmpty)
            {
                WriteParts(writer, version, marker, Math.Min(maxParts, 1000));
            }

            if (wanted.Contains("StorageClass"))
            {
                writer.Element("StorageClass", version.Attributes.Headers.GetValueOrDefault(AttributeReader.StorageClass, "STANDARD"));
            }

            if (wanted.Contains("ObjectSize"))
            {
                writer.Element("ObjectSize", version.Size);
            }
        });
    }

    private static RequiredActions Actions(HttpRequest request) => ObjectActions.HasVersion(request)
        ? new("s3:GetObjectVersion", "s3:GetObjectVersionAttributes")
        : new("s3:GetObject", "s3:GetObjectAttributes");

    private static HashSet<string> ReadWanted(S3Request request)
    {
        var header = request.Header(Wanted);
        if (string.IsNullOrEmpty(header))
        {
            throw ServiceErrors.InvalidRequest(
                "The x-amz-object-attributes header specifying the attributes to be retrieved is either missing or empty");
        }

        var wanted =
            header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return wanted.IsSubsetOf(s_names) ? wanted : throw S3Errors.InvalidArgument("Invalid attribute name specified.", Wanted, header);
    }

    private static void WriteParts(XmlWriter writer, ObjectVersion version, int marker, int maxParts)
    {
        var page = version.Parts.Select((part, index) => (Part: part, Number: index + 1))
            .Where(p => p.Number > marker)
            .Take(maxParts)
            .ToList();
        var last = page.Count > 0 ? page[^1].Number : marker;
        writer.Start("ObjectParts");
        writer.Element("PartsCount", version.Parts.Length);
        writer.Element("PartNumberMarker", marker);
        writer.Element("NextPartNumberMarker", last);
        writer.Element("MaxParts", maxParts);
        writer.Element("IsTruncated", last < version.Parts.Length);
        foreach (var (part, number) in page)
        {
            writer.Start("Part");
            writer.Element("PartNumber", number);
            writer.Element("Size", part.Size);
            ChecksumElements.WriteValues(writer, part.Checksums);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }
}
