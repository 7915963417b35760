using Microsoft.Extensions.DependencyInjection;
using Mrap.Sandbox.CloudWatch.Alarms;
using Mrap.Sandbox.CloudWatch.Protocol;
using Mrap.Sandbox.CloudWatch.Queries;
using Mrap.Sandbox.Metrics;
using Mrap.Sandbox.Services;

namespace Mrap.Sandbox.CloudWatch;

/// <summary>The operations of CloudWatch that are served.</summary>
internal static class CloudWatchRegistration
{
    /// <summary>Adds CloudWatch.</summary>
    public static IServiceCollection AddCloudWatch(this IServiceCollection services) => services
        .AddSingleton<ISignedService, CloudWatchService>()
        .AddSingleton<ICloudWatchOperations, GetMetricData>()
        .AddSingleton<ICloudWatchOperations, GetMetricStatistics>()
        .AddSingleton<ICloudWatchOperations, ListMetrics>()
        .AddSingleton<ICloudWatchOperations, PutMetricData>()
        .AddSingleton<ICloudWatchOperations, AlarmOperations>()
        .AddSingleton<AlarmStore>()
        .AddSingleton<IMetricSampler, AlarmEvaluator>();
}
