using System.Globalization;
using System.Xml.Linq;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Multipart;

/// <summary>A part as a CompleteMultipartUpload request names it.</summary>
/// <param name="Number">Its number, 1 to 10,000.</param>
/// <param name="ETag">Its tag without quotes.</param>
/// <param name="Checksums">The checksums given with it, in Base64.</param>
internal sealed record CompletedPart(int Number, string ETag, IReadOnlyDictionary<ChecksumAlgorithm, string> Checksums)
{
    /// <summary>Reads the list of parts: at least one, in ascending order.</summary>
    /// <exception cref="ServiceException">The list is malformed, too long or out of order.</exception>
    public static List<CompletedPart> ReadList(XElement document, string uploadId)
    {
        var parts = new List<CompletedPart>();
        foreach (var element in document.Named("Part"))
        {
            var part = Read(element);
            if (parts.Count > 0 && part.Number <= parts[^1].Number)
            {
                throw S3Errors.InvalidPartOrder(uploadId);
            }

            parts.Add(part);
        }

        return parts.Count is >= 1 and <= PartNumber.Max ? parts : throw ServiceErrors.MalformedXml();
    }

    private static CompletedPart Read(XElement element)
    {
        var numberText = element.Text("PartNumber")?.Trim();
        var eTag = element.Text("ETag") ?? throw ServiceErrors.MalformedXml();
        if (!int.TryParse(numberText, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw ServiceErrors.MalformedXml();
        }

        var number = PartNumber.Read(numberText!);
        var checksums = new Dictionary<ChecksumAlgorithm, string>();
        foreach (var algorithm in ChecksumNames.All)
        {
            if (element.Text(ChecksumNames.Element(algorithm)) is { Length: > 0 } value)
            {
                checksums[algorithm] = value;
            }
        }

        return new CompletedPart(number, ETags.Unquote(eTag), checksums);
    }
}
