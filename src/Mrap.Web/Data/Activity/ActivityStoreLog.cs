namespace Mrap.Web.Data.Activity;

/// <summary>What the activity log in the database has to say to the server's log.</summary>
internal static partial class ActivityStoreLog
{
    [LoggerMessage(2301, LogLevel.Warning, "The oldest entries of the activity log could not be forgotten")]
    public static partial void NotForgotten(ILogger logger, Exception fault);

    [LoggerMessage(2302, LogLevel.Error, "The activity log could not be read")]
    public static partial void NotRead(ILogger logger, Exception fault);
}
