using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Mrap.Aws.Faults;

namespace Mrap.Web.Data;

/// <summary>Work with the console's own database, whose failure is explained and thrown at nobody.</summary>
public static class StateGuard
{
    /// <summary>Does the work.</summary>
    /// <typeparam name="T">Its value.</typeparam>
    /// <param name="databases">The databases.</param>
    /// <param name="whatFailed">What failed when the database does: a sentence.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends the opening of the database; the work has its own.</param>
    /// <returns>What became of it.</returns>
    public static async Task<Outcome<T>> GuardAsync<T>(
        this IDbContextFactory<ConsoleDatabase> databases, string whatFailed, Func<ConsoleDatabase, Task<Outcome<T>>> work,
        CancellationToken cancellationToken)
        where T : notnull
    {
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            return await work(database);
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException)
        {
            return new AwsFault(
                "DatabaseUnavailable", whatFailed, $"The console's own database did not answer: {fault.GetBaseException().Message}",
                "Check the data directory and its free space, then try again.");
        }
    }
}
