using System.Collections.Immutable;
using Mrap.Aws.Activity;

namespace Mrap.Web.Commands;

/// <summary>Keeps nothing: the activity log is that of the console, and a command has none.</summary>
internal sealed class ForgetfulActivityLog : IActivityLog
{
    /// <inheritdoc/>
    public Task AppendAsync(ActivityEntry entry, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<ActivityPage> ReadAsync(ActivityQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(new ActivityPage([], Next: null));

    /// <inheritdoc/>
    public Task<ActivityEntry?> FindAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult<ActivityEntry?>(null);

    /// <inheritdoc/>
    public Task<ActivityChoices> ReadChoicesAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new ActivityChoices(ImmutableArray<string>.Empty, ImmutableArray<string>.Empty));
}
