using Microsoft.Extensions.DependencyInjection;

namespace Mrap.Sandbox.Admin;

/// <summary>The operations of the control interface that are served, in the order in which they are listed.</summary>
internal static class AdminRegistration
{
    /// <summary>Adds the control interface.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services) => services
        .AddSingleton<IAdminOperations, GeneralAdmin>()
        .AddSingleton<IAdminOperations, RegionAdmin>()
        .AddSingleton<IAdminOperations, RoutingAdmin>()
        .AddSingleton<IAdminOperations, TrafficAdmin>()
        .AddSingleton<IAdminOperations, ReplicationAdmin>()
        .AddSingleton<IAdminOperations, ResetAdmin>()
        .AddSingleton<AdminAccessPoints>()
        .AddSingleton<AdminInterface>();
}
