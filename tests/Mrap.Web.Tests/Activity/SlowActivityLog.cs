using Mrap.Aws.Activity;

namespace Mrap.Web.Tests.Activity;

/// <summary>An activity log whose entries are found when a test says so.</summary>
internal sealed class SlowActivityLog : IActivityLog
{
    private readonly Dictionary<Guid, TaskCompletionSource<ActivityEntry?>> _searches = [];

    public void Answer(ActivityEntry entry) => Of(entry.Id).SetResult(entry);

    public Task<ActivityEntry?> FindAsync(Guid id, CancellationToken cancellationToken) => Of(id).Task;

    public Task AppendAsync(ActivityEntry entry, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ActivityPage> ReadAsync(ActivityQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ActivityChoices> ReadChoicesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    private TaskCompletionSource<ActivityEntry?> Of(Guid id)
    {
        if (!_searches.TryGetValue(id, out var search))
        {
            _searches[id] = search = new TaskCompletionSource<ActivityEntry?>();
        }

        return search;
    }
}
