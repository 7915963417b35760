using Microsoft.Extensions.DependencyInjection;
using Mrap.Sandbox.Observation;

namespace Mrap.Sandbox.Replication;

/// <summary>What replicates.</summary>
internal static class ReplicationRegistration
{
    /// <summary>Adds replication; it stands still until its engine is started.</summary>
    public static IServiceCollection AddReplication(this IServiceCollection services) => services
        .AddSingleton<AssumedRoles>()
        .AddSingleton<ReplicationEvents>()
        .AddSingleton<ReplicationReports>()
        .AddSingleton<ReplicationCarrier>()
        .AddSingleton<LateWatch>()
        .AddSingleton<ReplicationBacklog>()
        .AddSingleton<IReplicationBacklog>(provider => provider.GetRequiredService<ReplicationBacklog>())
        .AddSingleton<ReplicationEngine>();
}
