using Microsoft.Extensions.Logging;

namespace Mrap.Sandbox.Identity;

/// <summary>What is logged about users and their keys.</summary>
internal static partial class IdentityLog
{
    [LoggerMessage(3301, LogLevel.Warning, "The use of the access key {AccessKeyId} could not be written down")]
    public static partial void UsageNotSaved(ILogger logger, string accessKeyId, Exception fault);
}
