using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Mrap.Web.Configuration;

namespace Mrap.Web.Components.Layout;

public sealed partial class HelpMenu
{
    [Inject]
    public required IOptions<ConsoleOptions> Options { get; set; }

    [Inject]
    public required SandboxAddress Sandbox { get; set; }

    private bool IsSandbox => Options.Value.ParsedMode == ConsoleMode.Sandbox;

    private string EnvLine => Sandbox.EnvLine;
}
