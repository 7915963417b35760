namespace Mrap.Web.Circuit;

/// <summary>What is logged of the circuits, and of pages in them.</summary>
internal static partial class CircuitLog
{
    [LoggerMessage(2401, LogLevel.Error, "The page {Path} could not be shown")]
    public static partial void PageFailed(ILogger logger, Exception fault, string path);

    [LoggerMessage(2402, LogLevel.Debug, "Circuit {Circuit} began")]
    public static partial void Began(ILogger logger, string circuit);

    [LoggerMessage(2403, LogLevel.Information, "Circuit {Circuit} lost its browser")]
    public static partial void Lost(ILogger logger, string circuit);

    [LoggerMessage(2404, LogLevel.Debug, "Circuit {Circuit} ended")]
    public static partial void Ended(ILogger logger, string circuit);
}
