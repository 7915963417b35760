using System.Collections.Immutable;
using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Mrap.Aws.Activity;
using Mrap.Web.Configuration;

namespace Mrap.Web.Data.Activity;

/// <summary>
/// The activity log in the console's database. It keeps the newest <see cref="ConsoleOptions.ActivityEntries"/>; what is older is
/// forgotten as newer comes in.
/// </summary>
public sealed class ActivityStore(
    IDbContextFactory<ConsoleDatabase> databases, IOptions<ConsoleOptions> options, ILogger<ActivityStore> logger) : IActivityLog
{
    public async Task AppendAsync(ActivityEntry entry, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.Activity.Add(ActivityMapper.ToRow(entry));
        await database.SaveChangesAsync(cancellationToken);
        try
        {
            await ForgetAsync(database, cancellationToken);
        }
        catch (Exception fault) when (fault is DbException or OperationCanceledException)
        {
            // The entry is kept; the next one forgets what this one could not.
            ActivityStoreLog.NotForgotten(logger, fault);
        }
    }

    public async Task<ActivityPage> ReadAsync(ActivityQuery query, CancellationToken cancellationToken)
    {
        var count = Math.Clamp(query.Count, 1, ActivityQuery.MaxCount);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await database.Activity.AsNoTracking().Matching(query).NewestFirst().Take(count + 1).ToListAsync(cancellationToken);
        var entries = rows.Take(count).Select(ActivityMapper.ToEntry).ToImmutableArray();
        return new ActivityPage(entries, rows.Count > count ? new ActivityCursor(entries[^1].At, entries[^1].Id) : null);
    }

    public async Task<ActivityEntry?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var key = ActivityMapper.IdOf(id);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Activity.AsNoTracking().SingleOrDefaultAsync(row => row.Id == key, cancellationToken) is { } row
            ? ActivityMapper.ToEntry(row)
            : null;
    }

    public async Task<ActivityChoices> ReadChoicesAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return new ActivityChoices(
            await NamesAsync(database, row => row.User, cancellationToken),
            await NamesAsync(database, row => row.AccessPoint, cancellationToken));
    }

    private static async Task<ImmutableArray<string>> NamesAsync(
        ConsoleDatabase database, Expression<Func<ActivityRow, string?>> name, CancellationToken cancellationToken) =>
        [
            .. (await database.Activity.Select(name).Where(found => found != null).Distinct().OrderBy(found => found)
                .Take(ActivityChoices.MaxNames).ToListAsync(cancellationToken)).OfType<string>(),
        ];

    private async Task ForgetAsync(ConsoleDatabase database, CancellationToken cancellationToken)
    {
        var oldest = await database.Activity.AsNoTracking()
            .NewestFirst()
            .Skip(options.Value.ActivityEntries - 1)
            .Select(row => new { row.At, row.Id })
            .FirstOrDefaultAsync(cancellationToken);
        if (oldest is not null)
        {
            await database.Activity.OlderThan(oldest.At, oldest.Id).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
