using System.Collections.Immutable;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>The part of an object that a read with <c>partNumber</c> means. An object put whole is its own first part.</summary>
/// <param name="Range">Its bytes; null when the object is empty.</param>
/// <param name="Count">How many parts the object has; 0 for an object put whole.</param>
/// <param name="Checksums">The checksums of the part.</param>
internal sealed record PartSelection(ByteRange? Range, int Count, ImmutableArray<ObjectChecksum> Checksums)
{
    /// <summary>Reads the part number of a request; null when there is none.</summary>
    /// <exception cref="ServiceException">It is invalid, the object has no such part, or there is a range besides.</exception>
    public static PartSelection? Read(S3Request request, ObjectVersion version)
    {
        if (request.Query("partNumber") is not { } text)
        {
            return null;
        }

        if (request.Http.Request.Headers.Range.Count > 0)
        {
            throw ServiceErrors.InvalidRequest("Cannot specify both Range header and partNumber query parameter");
        }

        var number = PartNumber.Read(text);
        if (version.Parts.IsEmpty)
        {
            return number == 1
                ? new PartSelection(version.Size == 0 ? null : new ByteRange(0, version.Size), 0, version.Checksums)
                : throw S3Errors.InvalidPartNumber(number, 1);
        }

        if (number > version.Parts.Length)
        {
            throw S3Errors.InvalidPartNumber(number, version.Parts.Length);
        }

        long offset = 0;
        for (var i = 0; i < number - 1; i++)
        {
            offset += version.Parts[i].Size;
        }

        var part = version.Parts[number - 1];
        return new PartSelection(part.Size == 0 ? null : new ByteRange(offset, part.Size), version.Parts.Length, part.Checksums);
    }
}
