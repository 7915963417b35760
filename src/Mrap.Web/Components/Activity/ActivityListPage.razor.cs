using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Mrap.Aws.Activity;
using Mrap.Aws.Faults;
using Mrap.Web.Components.Shared;
using Mrap.Web.Configuration;
using Mrap.Web.Data.Activity;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.Activity;

public sealed partial class ActivityListPage
{
    private ActivityQuery? _query;
    private ActivityChoices _choices = new([], []);
    private ImmutableArray<ActivityEntry>? _entries;
    private ActivityCursor? _next;
    private AwsFault? _fault;
    private bool _isLoading;

    [Inject]
    public required ReadActivity Activity { get; set; }

    [Inject]
    public required IOptions<ConsoleOptions> Options { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    // Before the circuit is there, nothing is read: it would be read twice.
    protected override Task OnStateChangedAsync(ActivityState? previous) =>
        RendererInfo.IsInteractive ? LoadAsync() : Task.CompletedTask;

    private string Shown(ImmutableArray<ActivityEntry> entries) =>
        $"{DisplayFormat.Count(entries.Length, "entry", "entries")}, newest first"
            + (_next is null ? string.Empty : "; there are older ones");

    private Task LoadAsync() => ReadAsync(State.ToLogQuery(Time.GetUtcNow()), []);

    // A button that is disabled while it works loses the focus.
    private Task ShowMoreAsync() => _isLoading ? Task.CompletedTask : ReadAsync(_query! with { Cursor = _next }, _entries!.Value);

    // The filter may change while its entries are on their way.
    private Task ReadAsync(ActivityQuery query, ImmutableArray<ActivityEntry> before)
    {
        (_query, _isLoading) = (query, true);
        return RunWhileAsync(
            () => ReferenceEquals(_query, query),
            async cancellationToken =>
            {
                if (before.IsEmpty && (await Activity.ListChoicesAsync(cancellationToken)).TryGet(out var choices, out _))
                {
                    _choices = choices;
                }

                return await Activity.ListAsync(query, cancellationToken);
            },
            read =>
            {
                _isLoading = false;
                if (read.TryGet(out var page, out _fault))
                {
                    (_entries, _next) = ([.. before, .. page.Entries], page.Next);
                }
            });
    }
}
