using Microsoft.AspNetCore.Components;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;
using Mrap.Aws.Sandbox;
using Mrap.Core.Faults;

namespace Mrap.Web.Components.Layout;

/// <summary>Says on every page what is wrong with the Regions, for as long as it is, and ends it.</summary>
public sealed partial class FaultBanner
{
    private bool _isEnding;
    private AwsFault? _fault;

    [Inject]
    public required FleetConditionsFeed Fleet { get; set; }

    [Inject]
    public required ChangeConditions ChangeConditions { get; set; }

    [Inject]
    public required ICurrentUser User { get; set; }

    private string[] Sentences => [.. ConditionText.Sentences(Fleet.Current)];

    private bool CanEnd => User.Current.May(ChangeAction.ChangeConditions);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (RendererInfo.IsInteractive)
        {
            Watch(Fleet.Feed, () => _fault = null);
        }
    }

    private async Task EndAsync()
    {
        if (_isEnding)
        {
            return;
        }

        _isEnding = true;
        try
        {
            await RunAsync(async cancellationToken => _fault = (await ChangeConditions.EndAllAsync(cancellationToken)).Fault);
        }
        finally
        {
            _isEnding = false;
        }
    }
}
