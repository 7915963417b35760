using Microsoft.Extensions.DependencyInjection;
using Mrap.Sandbox.Replication.Jobs;

namespace Mrap.Sandbox.S3Control;

/// <summary>The operations of S3 Control that are served.</summary>
internal static class ControlRegistration
{
    /// <summary>Adds S3 Control.</summary>
    public static IServiceCollection AddS3Control(this IServiceCollection services) => services
        .AddSingleton<AccessPointPolicies>()
        .AddSingleton<ControlDirectory>()
        .AddSingleton<ControlAccess>()
        .AddSingleton<IControlOperations, AsyncRequests>()
        .AddSingleton<IControlOperations, AccessPointReports>()
        .AddSingleton<IControlOperations, RouteOperations>()
        .AddSingleton<IControlOperations, AccountBlockOperations>()
        .AddSingleton<ReplicationJobs>()
        .AddSingleton<JobReportWriter>()
        .AddSingleton<JobRunner>()
        .AddSingleton<IControlOperations, BatchJobs>()
        .AddSingleton<ControlPlane>();
}
