using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Connections;
using Mrap.Aws.Policies;
using Mrap.Web.Navigation;
using MudBlazor.State;

namespace Mrap.Web.Components.AccessPoints.Permissions;

/// <summary>Who gets in through an access point, and the editor of its policy. What is edited is part of the address.</summary>
public sealed partial class PermissionsTab
{
    private readonly ParameterState<AccessPointDetails> _details;
    private AccessPointPermissions? _permissions;
    private PolicyEditorContext? _context;
    private string? _text;
    private IReadOnlyDictionary<string, string> _buckets = ImmutableDictionary<string, string>.Empty;

    public PermissionsTab()
    {
        using var parameters = CreateRegisterScope();
        _details = parameters.RegisterParameter<AccessPointDetails>(nameof(Details)).WithParameter(() => Details!)
            .WithChangeHandler(OnDetails);
    }

    [Inject]
    public required GetPermissions GetPermissions { get; set; }

    [Inject]
    public required AccessPointFeeds Feeds { get; set; }

    [Inject]
    public required ListAccessPoints ListAccessPoints { get; set; }

    [Inject]
    public required AccountIdentity Identity { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPointDetails Details { get; set; }

    private bool IsNamed => Details.AccessPoint.Alias.Value is { Length: > 0 };

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (_permissions is null)
        {
            await ReadAsync();
        }
    }

    protected override Task OnStateChangedAsync(PermissionsState? previous)
    {
        _text = State.IsEditing ? _text : null;
        return Task.CompletedTask;
    }

    private void OnDetails(ParameterChangedEventArgs<AccessPointDetails> change)
    {
        var isSameAccessPoint = change.LastValue?.AccessPoint.Name == change.Value.AccessPoint.Name;
        if (isSameAccessPoint && change.LastValue?.Policy == change.Value.Policy)
        {
            return;
        }

        Post(() =>
        {
            _permissions = isSameAccessPoint ? _permissions : null;
            return ReadAsync();
        });
    }

    // What was just changed shows in the feed of the access point too.
    private Task ReloadAsync()
    {
        Feeds.Refresh(_details.Value.AccessPoint.Name);
        return ReadAsync();
    }

    private Task ReadAsync() => RendererInfo.IsInteractive && IsNamed ? RunAsync(LoadAsync) : Task.CompletedTask;

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var accessPoint = _details.Value.AccessPoint;
        var (permissions, existing, author) = (
            GetPermissions.ExecuteAsync(accessPoint, cancellationToken), ListAccessPoints.ExecuteAsync(cancellationToken),
            Identity.GetArnAsync(cancellationToken));
        var read = await permissions;
        var all = await existing;
        var arn = await author;
        if (_details.Value.AccessPoint.Name != read.AccessPoint.Name)
        {
            return;
        }

        _context = PolicyEditorContext.Of(read, all.IsSuccess ? all.Value : null, arn.IsSuccess ? arn.Value : null);
        _permissions = read;
        _buckets = read.Buckets.Where(bucket => bucket.Policy.IsSuccess).ToDictionary(
            bucket => bucket.Member.Bucket.Value, bucket => bucket.Policy.Value.Text ?? string.Empty);
        StateHasChanged();
    }
}
