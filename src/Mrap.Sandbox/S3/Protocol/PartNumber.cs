using System.Globalization;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Protocol;

/// <summary>The rule for part numbers (AWS page "Amazon S3 multipart upload limits").</summary>
internal static class PartNumber
{
    /// <summary>The largest part number, and so the most parts of an upload.</summary>
    public const int Max = 10_000;

    /// <summary>Reads a part number, 1 to 10,000.</summary>
    /// <exception cref="ServiceException">It is no such number.</exception>
    public static int Read(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Max
            ? number
            : throw S3Errors.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive", "partNumber", text);
}
