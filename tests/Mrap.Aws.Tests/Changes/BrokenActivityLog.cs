using Mrap.Aws.Activity;

namespace Mrap.Aws.Tests.Changes;

/// <summary>An activity log that does with an entry what the test says.</summary>
internal sealed class BrokenActivityLog(Func<ActivityEntry, Task> append) : IActivityLog
{
    public Task AppendAsync(ActivityEntry entry, CancellationToken cancellationToken) => append(entry);

    public Task<ActivityPage> ReadAsync(ActivityQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ActivityEntry?> FindAsync(Guid id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ActivityChoices> ReadChoicesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
