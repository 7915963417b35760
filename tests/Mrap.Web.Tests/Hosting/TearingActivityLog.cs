using Microsoft.Data.Sqlite;
using Mrap.Aws.Activity;

namespace Mrap.Web.Tests.Hosting;

/// <summary>A log that can fail after its first page.</summary>
internal sealed class TearingActivityLog(IActivityLog inner) : IActivityLog
{
    public bool IsTorn { get; set; }

    public Task AppendAsync(ActivityEntry entry, CancellationToken cancellationToken) => inner.AppendAsync(entry, cancellationToken);

    public Task<ActivityPage> ReadAsync(ActivityQuery query, CancellationToken cancellationToken) =>
        IsTorn && query.Cursor is not null ? throw new SqliteException("disk I/O error", 10) : inner.ReadAsync(query, cancellationToken);

    public Task<ActivityEntry?> FindAsync(Guid id, CancellationToken cancellationToken) => inner.FindAsync(id, cancellationToken);

    public Task<ActivityChoices> ReadChoicesAsync(CancellationToken cancellationToken) => inner.ReadChoicesAsync(cancellationToken);
}
