using System.Xml;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.S3.Objects;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Listing;

/// <summary>Writes one version into a listing.</summary>
internal static class ListedObject
{
    /// <summary>Writes an element for a version that is not a delete marker.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="element"><c>Contents</c> or <c>Version</c>.</param>
    /// <param name="parameters">How keys are shown.</param>
    /// <param name="ownerId">The canonical ID of the owner; null to leave the owner out.</param>
    public static void Write(XmlWriter writer, string element, ObjectVersion version, ListingParameters parameters, string? ownerId)
    {
        writer.Start(element);
        writer.Element("Key", parameters.Shown(version.Key));
        if (element == "Version")
        {
            WriteVersion(writer, version);
        }

        writer.Element("LastModified", version.LastModified);
        writer.Element("ETag", ETags.Quote(version.ETag));
        foreach (var checksum in version.Checksums)
        {
            writer.Element("ChecksumAlgorithm", ChecksumNames.Name(checksum.Algorithm));
        }

        if (!version.Checksums.IsEmpty)
        {
            writer.Element("ChecksumType", ChecksumNames.Name(version.Checksums[0].Type));
        }

        writer.Element("Size", version.Size);
        WriteOwner(writer, ownerId);
        writer.Element("StorageClass", version.Attributes.Headers.GetValueOrDefault(AttributeReader.StorageClass, "STANDARD"));
        writer.WriteEndElement();
    }

    /// <summary>Writes an element for a delete marker.</summary>
    public static void WriteMarker(XmlWriter writer, ObjectVersion version, ListingParameters parameters, string ownerId)
    {
        writer.Start("DeleteMarker");
        writer.Element("Key", parameters.Shown(version.Key));
        WriteVersion(writer, version);
        writer.Element("LastModified", version.LastModified);
        WriteOwner(writer, ownerId);
        writer.WriteEndElement();
    }

    private static void WriteVersion(XmlWriter writer, ObjectVersion version)
    {
        writer.Element("VersionId", version.VersionId);
        writer.Element("IsLatest", version.IsLatest);
    }

    private static void WriteOwner(XmlWriter writer, string? ownerId)
    {
        if (ownerId is not null)
        {
            writer.Start("Owner");
            writer.Element("ID", ownerId);
            writer.WriteEndElement();
        }
    }
}
