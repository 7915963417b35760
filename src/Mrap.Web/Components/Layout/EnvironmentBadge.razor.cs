using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Mrap.Web.Configuration;

namespace Mrap.Web.Components.Layout;

public sealed partial class EnvironmentBadge
{
    [Inject]
    public required IOptions<ConsoleOptions> Options { get; set; }

    private bool IsSandbox => Options.Value.ParsedMode == ConsoleMode.Sandbox;

    private string Meaning => IsSandbox
        ? "Everything here happens in the embedded sandbox on this machine."
        : "Everything here happens in your AWS account.";
}
