using Microsoft.Extensions.Logging;

namespace Mrap.Aws.Changes;

/// <summary>What is logged about changes. Texts before and after are not: they are in the activity log.</summary>
internal static partial class ChangeLog
{
    [LoggerMessage(2101, LogLevel.Information, "{User}: {Action} of {Target} made in {Milliseconds} ms ({CorrelationId})")]
    public static partial void Made(ILogger logger, string user, string action, string target, long milliseconds, string correlationId);

    [LoggerMessage(2102, LogLevel.Warning, "{User}, {Role}: {Action} of {Target} refused ({CorrelationId})")]
    public static partial void Refused(ILogger logger, string user, string role, string action, string target, string correlationId);

    [LoggerMessage(2103, LogLevel.Warning, "{User}: {Action} of {Target} failed with {Code} after {Milliseconds} ms ({CorrelationId})")]
    public static partial void Failed(
        ILogger logger, string user, string action, string target, string code, long milliseconds, string correlationId);

    [LoggerMessage(2104, LogLevel.Information, "{User}: {Action} of {Target} stopped after {Milliseconds} ms ({CorrelationId})")]
    public static partial void Stopped(ILogger logger, string user, string action, string target, long milliseconds, string correlationId);

    [LoggerMessage(2105, LogLevel.Error, "{User}: {Action} of {Target} is missing from the activity log ({CorrelationId})")]
    public static partial void NotKept(
        ILogger logger, Exception fault, string user, string action, string target, string correlationId);
}
