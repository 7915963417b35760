using Microsoft.Extensions.Logging;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>What the storage engine logs.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(3101, LogLevel.Error, "A group of changes could not be committed")]
    public static partial void CommitFailed(ILogger logger, Exception fault);

    [LoggerMessage(3102, LogLevel.Warning, "The file of body {Body} stays in the staging folder until the next start")]
    public static partial void BodyNotMoved(ILogger logger, long body, Exception fault);

    [LoggerMessage(3103, LogLevel.Information, "{Region}: removed {Count} bodies that an earlier process had not finished")]
    public static partial void Recovered(ILogger logger, string region, int count);

    [LoggerMessage(3104, LogLevel.Warning, "The bucket {Bucket} is in {Region} and in {Other}; only the first is served")]
    public static partial void DuplicateBucket(ILogger logger, string bucket, string region, string other);

    [LoggerMessage(3105, LogLevel.Warning, "{Region}: bodies of removed versions could not be removed and will be tried again")]
    public static partial void SweepFailed(ILogger logger, string region, Exception fault);

    [LoggerMessage(3106, LogLevel.Critical, "{Region}: the writer failed; no change is made in the Region until the next start")]
    public static partial void WriterFailed(ILogger logger, string region, Exception fault);
}
