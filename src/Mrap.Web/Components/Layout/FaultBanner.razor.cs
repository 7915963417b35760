using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.Routing;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Configuration;

namespace Mrap.Web.Components.Layout;

/// <summary>Says on every page that a Region is down or degraded, for as long as it is.</summary>
public sealed partial class FaultBanner
{
    [Inject]
    public required FleetHealthFeed Fleet { get; set; }

    [Inject]
    public required SandboxAddress Sandbox { get; set; }

    private bool IsSandbox => Sandbox.Url.Length > 0;

    private ImmutableArray<RegionId> Regions => [.. Fleet.Current.Troubled];

    private string? Text => Regions.IsEmpty ? null : string.Join(" ", Sentences());

    private string CommandLine => $"curl -X PUT {Sandbox.Url}/_sandbox/regions/{Regions[0]} -d '{{\"state\":\"up\"}}'";

    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (RendererInfo.IsInteractive)
        {
            Watch(Fleet.Feed, static () => { });
        }
    }

    private IEnumerable<string> Sentences()
    {
        foreach (var group in Regions.GroupBy(Fleet.Current.Of).OrderByDescending(group => group.Key))
        {
            var names = group.Select(region => RegionCatalog.ShortNameOf(region)).ToArray();
            yield return $"{Listed(names)} {(names.Length == 1 ? "is" : "are")} {Word(group.Key)}.";
        }
    }

    private static string Listed(string[] names) => names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";

    private static string Word(RegionHealth health) => health switch
    {
        RegionHealth.Down => "down",
        RegionHealth.Degraded => "degraded",
        RegionHealth.Up => "up",
    };
}
