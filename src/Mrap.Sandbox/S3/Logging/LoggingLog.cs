using Microsoft.Extensions.Logging;

namespace Mrap.Sandbox.S3.Logging;

/// <summary>What the delivery of access logs logs.</summary>
internal static partial class LoggingLog
{
    [LoggerMessage(3411, LogLevel.Warning, "{Count} access log lines of {Bucket} are lost: {Target} {Reason}")]
    public static partial void Lost(ILogger logger, int count, string bucket, string target, string reason);

    [LoggerMessage(3412, LogLevel.Error, "Access logs of {Bucket} could not be delivered")]
    public static partial void Failed(ILogger logger, Exception fault, string bucket);
}
