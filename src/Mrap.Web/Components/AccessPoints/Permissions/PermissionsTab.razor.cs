using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Connections;
using Mrap.Aws.Policies;
using Mrap.Core.AccessPoints;

namespace Mrap.Web.Components.AccessPoints.Permissions;

/// <summary>Who gets in through an access point, and the editor of its policy. What is edited is part of the address.</summary>
public sealed partial class PermissionsTab : IDisposable
{
    private static readonly TimeSpan s_changing = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _gone = new();
    private AccessPointPermissions? _permissions;
    private PolicyEditorContext? _surroundings;
    private AccessPointName? _read;
    private AccessPointPolicy? _seen;
    private ITimer? _poll;
    private string? _text;
    private IReadOnlyDictionary<string, string> _buckets = ImmutableDictionary<string, string>.Empty;

    [Inject]
    public required GetPermissions GetPermissions { get; set; }

    [Inject]
    public required GetPolicy GetPolicy { get; set; }

    [Inject]
    public required ListAccessPoints ListAccessPoints { get; set; }

    [Inject]
    public required AccountIdentity Identity { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPointDetails Details { get; set; }

    [SupplyParameterFromQuery(Name = "edit")]
    private string? Edit { get; set; }

    [SupplyParameterFromQuery(Name = "template")]
    private string? Template { get; set; }

    private bool IsNamed => Details.AccessPoint.Alias.Value is { Length: > 0 };

    private bool IsEditing => Edit == "1";

    public void Dispose()
    {
        _poll?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized() =>
        _poll = RendererInfo.IsInteractive ? Time.CreateTimer(_ => _ = InvokeAsync(PollAsync), state: null, s_changing, s_changing) : null;

    protected override async Task OnParametersSetAsync()
    {
        _text = IsEditing ? _text : null;
        if (!RendererInfo.IsInteractive || !IsNamed || (_read == Details.AccessPoint.Name && _seen == Details.Policy))
        {
            return;
        }

        if (_read != Details.AccessPoint.Name)
        {
            _permissions = null;
        }

        (_read, _seen) = (Details.AccessPoint.Name, Details.Policy);
        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        try
        {
            var (permissions, existing, author) = (
                GetPermissions.ExecuteAsync(Details.AccessPoint, _gone.Token), ListAccessPoints.ExecuteAsync(_gone.Token),
                Identity.GetArnAsync(_gone.Token));
            var read = await permissions;
            if (_read != read.AccessPoint.Name)
            {
                return;
            }

            _surroundings = PolicyEditorContext.Of(
                read, (await existing) is { IsSuccess: true } all ? all.Value : null,
                (await author) is { IsSuccess: true } arn ? arn.Value : null);
            _permissions = read;
            _buckets = read.Buckets.Where(bucket => bucket.Policy.IsSuccess).ToDictionary(
                bucket => bucket.Member.Bucket.Value, bucket => bucket.Policy.Value.Text ?? string.Empty);
            StateHasChanged();
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The tab is gone: there is nothing left to show.
        }
    }

    private async Task PollAsync()
    {
        if (_gone.IsCancellationRequested || _permissions is not { Policy: { IsSuccess: true, Value.IsChanging: true } } before)
        {
            return;
        }

        try
        {
            var policy = await GetPolicy.ExecuteAsync(before.AccessPoint, _gone.Token);
            if (ReferenceEquals(_permissions, before) && policy.IsSuccess && policy.Value != before.Policy.Value)
            {
                _permissions = before with { Policy = policy };
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The tab is gone: there is nothing left to show.
        }
    }
}
