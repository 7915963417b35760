using Microsoft.Extensions.Logging;

namespace Mrap.Sandbox.Hosting;

/// <summary>What the pipeline logs.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(3001, LogLevel.Error, "Request {RequestId} {Method} failed unexpectedly")]
    public static partial void RequestFailed(ILogger logger, Exception fault, string requestId, string method);
}
