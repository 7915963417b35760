using System.Collections.Immutable;
using System.Globalization;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>
/// Checksums as one column: for each the number of its algorithm, the number of its type and its value, with a space between.
/// </summary>
internal static class ChecksumText
{
    /// <summary>Writes checksums.</summary>
    public static string Write(ImmutableArray<ObjectChecksum> checksums) => checksums.IsDefaultOrEmpty
        ? string.Empty
        : string.Join(
            ' ',
            checksums.Select(
                checksum => string.Create(CultureInfo.InvariantCulture, $"{(int)checksum.Algorithm}{(int)checksum.Type}{checksum.Value}")));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ImmutableArray<ObjectChecksum> Read(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var checksums = ImmutableArray.CreateBuilder<ObjectChecksum>(1);
        foreach (var part in text.Split(' '))
        {
            checksums.Add(new ObjectChecksum((ChecksumAlgorithm)(part[0] - '0'), (ChecksumType)(part[1] - '0'), part[2..]));
        }

        return checksums.ToImmutable();
    }
}
