using Mrap.Web.Configuration;

namespace Mrap.Web.Hosting;

/// <summary>What both processes share.</summary>
public static class HostingServices
{
    /// <summary>Adds the sandbox and where it answers.</summary>
    public static IServiceCollection AddEmbeddedSandbox(this IServiceCollection services)
    {
        services.AddSingleton<SandboxAddress>();
        services.AddHostedService<SandboxService>();
        return services;
    }

    /// <summary>Leaves a failed start to the one sentence that the process ends with.</summary>
    public static ILoggingBuilder AddQuietHosting(this ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
}
