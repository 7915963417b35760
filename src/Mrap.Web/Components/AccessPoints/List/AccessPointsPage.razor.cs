using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Faults;
using Mrap.Aws.Operations;
using Mrap.Aws.Routing;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;
using Mrap.Web.Circuit;

namespace Mrap.Web.Components.AccessPoints.List;

public sealed partial class AccessPointsPage : IDisposable
{
    private const int RoutesAtOnce = 6;

    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _gone = new();
    private readonly Dictionary<AccessPointName, RouteTable> _routes = [];
    private ImmutableArray<AccessPointRow>? _rows;
    private ImmutableArray<AccessPointRow> _shown = [];
    private AccessPointFilter _filter = AccessPointFilter.None;
    private AwsFault? _fault;
    private ITimer? _poll;
    private bool _isLoading;

    [Inject]
    public required ListAccessPoints ListAccessPoints { get; set; }

    [Inject]
    public required GetRoutes GetRoutes { get; set; }

    [Inject]
    public required OperationLog Operations { get; set; }

    [Inject]
    public required ExampleLoader Example { get; set; }

    [Inject]
    public required NavigationManager Navigator { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "status")]
    private string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "region")]
    private string? Region { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? Sort { get; set; }

    public void Dispose()
    {
        Operations.Changed -= OnOperation;
        Example.Changed -= OnExample;
        _poll?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        Operations.Changed += OnOperation;
        Example.Changed += OnExample;
        _poll = Time.CreateTimer(_ => Refresh(onlyIfSettling: true), state: null, s_settling, s_settling);
        await LoadAsync();
    }

    protected override void OnParametersSet()
    {
        _filter = AccessPointFilter.Parse(Text, Status, Region, Sort);
        Show();
    }

    private void Go(AccessPointFilter filter) => Navigator.NavigateTo(filter.Url, replace: true);

    private void Show() => _shown = _rows is { } rows ? _filter.Apply(rows) : [];

    private async Task LoadAsync()
    {
        if (_isLoading)
        {
            return;
        }

        _isLoading = true;
        try
        {
            var outcome = await ListAccessPoints.ExecuteAsync(_gone.Token);
            if (outcome.TryGet(out var accessPoints, out _fault))
            {
                Fill(accessPoints);
                StateHasChanged();
                await LoadRoutesAsync(accessPoints);
                Fill(accessPoints);
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The page is gone: there is nothing left to show.
        }
        finally
        {
            _isLoading = false;
        }
    }

    private async Task LoadRoutesAsync(ImmutableArray<AccessPoint> accessPoints)
    {
        foreach (var some in accessPoints.Where(accessPoint => accessPoint.Status == AccessPointStatus.Ready).Chunk(RoutesAtOnce))
        {
            var tables = await Task.WhenAll(some.Select(accessPoint => GetRoutes.ExecuteAsync(accessPoint, _gone.Token)));
            foreach (var (accessPoint, table) in some.Zip(tables).Where(pair => pair.Second.IsSuccess))
            {
                _routes[accessPoint.Name] = table.Value;
            }
        }
    }

    private void Fill(ImmutableArray<AccessPoint> accessPoints)
    {
        _rows = [.. accessPoints.Select(accessPoint => new AccessPointRow(
            accessPoint,
            _routes.GetValueOrDefault(accessPoint.Name),
            accessPoint.Status.IsSettling() ? Operations.Of(accessPoint.Name).FirstOrDefault(operation => !operation.IsFinal) : null))];
        Show();
    }

    private void OnOperation(object? sender, EventArgs args) => Refresh(onlyIfSettling: false);

    private void OnExample(object? sender, EventArgs args) => _ = InvokeAsync(StateHasChanged);

    private void Refresh(bool onlyIfSettling) => _ = InvokeAsync(async () =>
    {
        if (
            !_gone.IsCancellationRequested
                && (!onlyIfSettling || _rows is { } rows && rows.Any(row => row.AccessPoint.Status.IsSettling())))
        {
            await LoadAsync();
            StateHasChanged();
        }
    });
}
