using Microsoft.Extensions.DependencyInjection;
using Mrap.Sandbox.Network;

namespace Mrap.Sandbox.Hosting;

/// <summary>What the container of a sandbox holds.</summary>
internal static class SandboxServices
{
    /// <summary>Adds everything that answers requests.</summary>
    public static IServiceCollection AddSandbox(this IServiceCollection services, SandboxOptions options, string dataDirectory, TimeProvider time)
    {
        services.AddSingleton(options);
        services.AddSingleton(time);
        services.AddSingleton<SandboxAddresses>();
        services.AddSingleton(_ => CertificateAuthority.Open(dataDirectory, time));
        services.AddSingleton<IVantageNames, RegionVantages>();
        services.AddSingleton<ConnectProxy>();
        services.AddSingleton<RequestPipeline>();
        return services;
    }
}
