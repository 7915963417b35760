using Microsoft.Extensions.Logging;

namespace Mrap.Sandbox.Replication;

/// <summary>What replication logs.</summary>
internal static partial class ReplicationLog
{
    [LoggerMessage(3701, LogLevel.Error, "{Region}: replication to {Bucket} was interrupted and will be tried again")]
    public static partial void Interrupted(ILogger logger, string region, string bucket, Exception fault);

    [LoggerMessage(3702, LogLevel.Error, "{Region}: late replications could not be noted")]
    public static partial void LateNotNoted(ILogger logger, string region, Exception fault);

    [LoggerMessage(3703, LogLevel.Error, "Job {Job} was interrupted and has failed")]
    public static partial void JobFailed(ILogger logger, string job, Exception fault);
}
