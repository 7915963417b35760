using Microsoft.Extensions.Logging;

namespace Mrap.Aws.Connections;

/// <summary>What is logged about calls. Neither requests nor answers are: they may hold secrets.</summary>
internal static partial class ConnectionLog
{
    [LoggerMessage(2001, LogLevel.Warning, "{Operation} in {Region} failed with {Code}, status {Status}, request {RequestId}")]
    public static partial void CallFailed(
        ILogger logger, string operation, string region, string code, int? status, string? requestId);

    [LoggerMessage(2002, LogLevel.Information, "{Operation} in {Region} was refused with {Code}, status {Status}, request {RequestId}")]
    public static partial void CallRefused(
        ILogger logger, string operation, string region, string code, int? status, string? requestId);
}
