using Microsoft.Extensions.Logging;

namespace Mrap.Aws.Plans;

/// <summary>What is logged about the steps of plans.</summary>
internal static partial class PlanLog
{
    [LoggerMessage(2201, LogLevel.Information, "Step {Step} done in {Milliseconds} ms ({CorrelationId})")]
    public static partial void StepDone(ILogger logger, string step, long milliseconds, string correlationId);

    [LoggerMessage(2202, LogLevel.Warning, "Step {Step} failed with {Code} after {Milliseconds} ms, request {RequestId} ({CorrelationId})")]
    public static partial void StepFailed(
        ILogger logger, string step, string code, long milliseconds, string? requestId, string correlationId);
}
