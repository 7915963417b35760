using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Mrap.Aws.AccessPoints;
using Mrap.Web.Configuration;

namespace Mrap.Web.Components.AccessPoints.Clients;

public sealed partial class ClientsTab
{
    private ImmutableArray<ClientSnippet> _snippets = [];
    private IReadOnlyList<(string Value, string Text)> _options = [];
    private ClientSnippet _chosen = null!;

    [Inject]
    public required IOptions<ConsoleOptions> Options { get; set; }

    [Inject]
    public required SandboxAddress Sandbox { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPointDetails Details { get; set; }

    private bool IsSandbox => Options.Value.ParsedMode == ConsoleMode.Sandbox;

    private string? Vantage { get; set; }

    protected override void OnParametersSet()
    {
        _snippets = ClientSnippets.Of(Details.AccessPoint.Arn);
        _options = [.. _snippets.Select(snippet => (snippet.Slug, snippet.Title))];
        Choose(_chosen?.Slug ?? _snippets[0].Slug);
    }

    private void Choose(string slug) => _chosen = _snippets.First(snippet => snippet.Slug == slug);
}
