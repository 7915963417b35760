using Microsoft.Extensions.Options;
using Mrap.Sandbox.Configuration;
using Mrap.Web.Configuration;

namespace Mrap.Web.Hosting;

/// <summary>Tells faults of settings, which a person can put right, from bugs.</summary>
public static class StartFault
{
    /// <summary>The sentences that the process ends with, each naming the setting to change; null when the fault is a bug.</summary>
    public static string? Explain(Exception fault) => fault switch
    {
        SettingException or SandboxStartException => fault.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        _ => null,
    };
}
