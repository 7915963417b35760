using System.Xml;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Xml;

/// <summary>Writes checksums into a document.</summary>
internal static class ChecksumElements
{
    /// <summary>Writes the values and their type.</summary>
    public static void Write(XmlWriter writer, IReadOnlyList<ObjectChecksum> checksums)
    {
        WriteValues(writer, checksums);
        if (checksums.Count > 0)
        {
            writer.Element("ChecksumType", ChecksumNames.Name(checksums[0].Type));
        }
    }

    /// <summary>Writes the values alone, as for a part.</summary>
    public static void WriteValues(XmlWriter writer, IReadOnlyList<ObjectChecksum> checksums)
    {
        foreach (var checksum in checksums)
        {
            writer.Element(ChecksumNames.Element(checksum.Algorithm), checksum.Value);
        }
    }
}
