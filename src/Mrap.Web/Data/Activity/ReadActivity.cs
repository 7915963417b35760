using System.Data.Common;
using Mrap.Aws.Activity;
using Mrap.Aws.Faults;

namespace Mrap.Web.Data.Activity;

/// <summary>
/// Reads the activity log for people, whatever their role: to look is what every role may. The page and its export use this.
/// </summary>
public sealed class ReadActivity(IActivityLog log, ILogger<ReadActivity> logger)
{
    /// <summary>Reads a page of entries.</summary>
    /// <param name="query">Which entries.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The entries, newest first, or why they could not be read.</returns>
    public Task<Outcome<ActivityPage>> ListAsync(ActivityQuery query, CancellationToken cancellationToken) =>
        GuardAsync(async () => (Outcome<ActivityPage>)await log.ReadAsync(query, cancellationToken));

    /// <summary>Reads which names the entries can be filtered by.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The names, or why they could not be read.</returns>
    public Task<Outcome<ActivityChoices>> ListChoicesAsync(CancellationToken cancellationToken) =>
        GuardAsync(async () => (Outcome<ActivityChoices>)await log.ReadChoicesAsync(cancellationToken));

    /// <summary>Reads one entry.</summary>
    /// <param name="id">Its id, in any form of a GUID.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The entry, or why there is none.</returns>
    public Task<Outcome<ActivityEntry>> FindAsync(string? id, CancellationToken cancellationToken) => GuardAsync(async () =>
        Guid.TryParse(id, out var parsed) && await log.FindAsync(parsed, cancellationToken) is { } entry
            ? (Outcome<ActivityEntry>)entry
            : new AwsFault(
                "NoSuchActivity", "There is no such entry.",
                "Its address is wrong, or the entry is forgotten: the log keeps the newest ones only.",
                "Choose one from the list."));

    private async Task<Outcome<T>> GuardAsync<T>(Func<Task<Outcome<T>>> read)
        where T : notnull
    {
        try
        {
            return await read();
        }
        catch (DbException fault)
        {
            ActivityStoreLog.NotRead(logger, fault);
            return new AwsFault(
                "DatabaseUnavailable", "The activity log could not be read.",
                $"The console's own database did not answer: {fault.Message.TrimEnd('.')}.",
                "Check the data directory and its free space, then try again.");
        }
    }
}
