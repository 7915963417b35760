using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Buckets;
using Mrap.Aws.Changes;
using Mrap.Aws.Comparison;
using Mrap.Aws.Connections;
using Mrap.Aws.Drills;
using Mrap.Aws.Examples;
using Mrap.Aws.Failover;
using Mrap.Aws.Metrics;
using Mrap.Aws.Operations;
using Mrap.Aws.Plans;
using Mrap.Aws.Policies;
using Mrap.Aws.Replication;
using Mrap.Aws.Requests;
using Mrap.Aws.Routing;
using Mrap.Aws.Sandbox;
using Mrap.Aws.Settings;

namespace Mrap.Aws.Hosting;

/// <summary>Registers the use cases.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds the AWS clients and every use case. What only reads is a singleton, like the clients and logs it shares; what changes something
    /// is scoped, because it asks who acts.
    /// </summary>
    /// <param name="services">The services, with an <see cref="ICurrentUser"/> and an <see cref="IActivityLog"/>; a clock and a log are
    /// added when there are none.</param>
    /// <param name="environment">Where to connect; it is called once, when a client is first needed.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddMrapAws(this IServiceCollection services, Func<IServiceProvider, AwsEnvironment> environment)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(environment);
        services.AddSingleton<AwsClients>();
        services.AddSingleton<AccountIdentity>();
        services.AddSingleton<ActivityWriter>();
        services.AddScoped<ChangeGate>();
        services.AddScoped<PlanRunner>();
        services.AddSingleton<OperationLog>();
        services.AddSingleton<WatchOperation>();
        services.AddSingleton<ListAccessPoints>();
        services.AddSingleton<GetAccessPoint>();
        services.AddSingleton<AccessPointNames>();
        services.AddScoped<CreateAccessPoint>();
        services.AddScoped<DeleteAccessPoint>();
        services.AddSingleton<ListBuckets>();
        services.AddScoped<CreateBucket>();
        services.AddScoped<SendRequest>();
        services.AddSingleton<LocateObject>();
        services.AddSingleton<GetRecentRequests>();
        services.AddSingleton<RecentRequestsFeed>();
        services.AddSingleton<GetPolicy>();
        services.AddSingleton<GetPermissions>();
        services.AddScoped<SavePolicy>();
        services.AddScoped<SaveBucketPolicies>();
        services.AddSingleton<GetRoutes>();
        services.AddScoped<SubmitRoutes>();
        services.AddSingleton<GetRouteHistory>();
        services.AddSingleton<ReadSettings>();
        services.AddSingleton<SettingTable>();
        services.AddSingleton<GetBucketFacts>();
        services.AddSingleton<GetReplication>();
        services.AddSingleton<AppliedReplication>();
        services.AddSingleton<ReplicationRoles>();
        services.AddScoped<ReplicationSteps>();
        services.AddScoped<ApplyReplication>();
        services.AddSingleton<WatchReplication>();
        services.AddSingleton<ReplicationWatchFeed>();
        services.AddSingleton<ListKeys>();
        services.AddSingleton<ReadCoveringRules>();
        services.AddSingleton<ExamineGaps>();
        services.AddSingleton<FindGaps>();
        services.AddScoped<RequeueGaps>();
        services.AddScoped<ReplicateGaps>();
        services.AddSingleton<CompareSettings>();
        services.AddScoped<FixParity>();
        services.AddSingleton<CheckReadiness>();
        services.AddSingleton<ExplainRoute>();
        services.AddSingleton<IFleetConditionsSource>(
            provider => provider.GetRequiredService<SandboxControl>() is { IsThere: true } sandbox
                ? new SandboxFleetConditions(sandbox)
                : new UnknownFleetConditions());
        services.AddSingleton<FleetConditionsFeed>();
        services.AddSingleton<SandboxControl>();
        services.AddScoped<ChangeConditions>();
        services.AddScoped<SandboxDelays>();
        services.AddSingleton<DrillTurn>();
        services.AddSingleton<AuditKeys>();
        services.AddSingleton<PrepareDrill>();
        services.AddScoped<DrillActions>();
        services.AddScoped<RunDrill>();
        services.AddScoped<SandboxTraffic>();
        services.AddSingleton<TrafficFeed>();
        services.AddSingleton<GetPropagation>();
        services.AddSingleton<AccessPointFeeds>();
        services.AddSingleton<AccessPointListFeed>();
        services.AddSingleton<OperationFeeds>();
        services.AddScoped<LoadExample>();
        services.AddMetrics();
        return services;
    }

    private static void AddMetrics(this IServiceCollection services)
    {
        services.AddSingleton<GetMetricSeries>();
        services.AddSingleton<GetMetricsSettings>();
        services.AddSingleton<GetRequestDistribution>();
        services.AddSingleton<GetReplicationMetrics>();
        services.AddSingleton<GetAccessPointMetrics>();
        services.AddSingleton<GetMetricAnnotations>();
        services.AddSingleton<GetAlarms>();
        services.AddSingleton<MetricsFeed>();
        services.AddScoped<EnableMetrics>();
        services.AddScoped<CreateAlarm>();
        services.AddScoped<DeleteAlarm>();
    }
}
