using Microsoft.Extensions.Logging;

namespace Mrap.Sandbox.Network;

/// <summary>What the listeners log.</summary>
internal static partial class NetworkLog
{
    [LoggerMessage(3201, LogLevel.Debug, "Connection {Connection} sent no complete head in time")]
    public static partial void HeadTimedOut(ILogger logger, string connection);

    [LoggerMessage(3202, LogLevel.Debug, "Connection {Connection} was closed by its client")]
    public static partial void ClientWentAway(ILogger logger, string connection);

    [LoggerMessage(3203, LogLevel.Information, "Refused to connect to {Host}: not a simulated name")]
    public static partial void HostRefused(ILogger logger, string host);

    [LoggerMessage(
        3204, LogLevel.Warning,
        "The certificate authority {Certificate} is good for any name; one limited to the sandbox's names is made once it and {Key} are gone")]
    public static partial void AuthorityIsUnlimited(ILogger logger, string certificate, string key);
}
