using System.Xml;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Multipart;

/// <summary>Writes what the listings of uploads and of parts say about an upload.</summary>
internal static class OwnerElements
{
    /// <summary>Writes who started the upload and who will own the object.</summary>
    public static void WriteUpload(XmlWriter writer, string ownerId)
    {
        writer.Start("Initiator");
        writer.Element("ID", ownerId);
        writer.WriteEndElement();
        writer.Start("Owner");
        writer.Element("ID", ownerId);
        writer.WriteEndElement();
    }

    /// <summary>Writes the checksum the upload was started with, if any.</summary>
    public static void WriteChecksum(XmlWriter writer, MultipartUpload upload)
    {
        if (upload is { Checksum: { } algorithm, ChecksumType: { } type })
        {
            writer.Element("ChecksumAlgorithm", ChecksumNames.Name(algorithm));
            writer.Element("ChecksumType", ChecksumNames.Name(type));
        }
    }
}
