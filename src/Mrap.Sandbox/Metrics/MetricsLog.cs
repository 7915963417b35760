using Microsoft.Extensions.Logging;

namespace Mrap.Sandbox.Metrics;

/// <summary>What the metrics log.</summary>
internal static partial class MetricsLog
{
    [LoggerMessage(3401, LogLevel.Error, "Work on metrics failed; it is tried again")]
    public static partial void WorkFailed(ILogger logger, Exception fault);
}
