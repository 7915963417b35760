using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Buckets;
using Mrap.Aws.Connections;
using Mrap.Aws.Examples;
using Mrap.Aws.Operations;
using Mrap.Aws.Plans;
using Mrap.Aws.Policies;
using Mrap.Aws.Requests;
using Mrap.Aws.Routing;

namespace Mrap.Aws.Hosting;

/// <summary>Registers the use cases.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds the AWS clients and every use case. All are singletons: none keeps anything of one person, and clients and logs are shared.
    /// </summary>
    /// <param name="services">The services; a <see cref="TimeProvider"/> is added when there is none.</param>
    /// <param name="environment">Where to connect; it is called once, when a client is first needed.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddMrapAws(this IServiceCollection services, Func<IServiceProvider, AwsEnvironment> environment)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IActivityLog, InMemoryActivityLog>();
        services.AddSingleton(environment);
        services.AddSingleton<IAwsClients, AwsClients>();
        services.AddSingleton<AccountIdentity>();
        services.AddSingleton<ChangeGate>();
        services.AddSingleton<PlanRunner>();
        services.AddSingleton<OperationLog>();
        services.AddSingleton<WatchOperation>();
        services.AddSingleton<ListAccessPoints>();
        services.AddSingleton<GetAccessPoint>();
        services.AddSingleton<CreateAccessPoint>();
        services.AddSingleton<DeleteAccessPoint>();
        services.AddSingleton<ListBuckets>();
        services.AddSingleton<CreateBucket>();
        services.AddSingleton<SendRequest>();
        services.AddSingleton<LocateObject>();
        services.AddSingleton<GetPolicy>();
        services.AddSingleton<GetPermissions>();
        services.AddSingleton<SavePolicy>();
        services.AddSingleton<SaveBucketPolicies>();
        services.AddSingleton<GetRoutes>();
        services.AddSingleton<SubmitRoutes>();
        services.AddSingleton<ExplainRoute>();
        services.AddSingleton<IFleetHealthSource>(
            provider => provider.GetRequiredService<AwsEnvironment>() is { Mode: AwsMode.Sandbox } sandbox
            ? new SandboxFleetHealth(sandbox)
            : new UnknownFleetHealth());
        services.AddSingleton<FleetHealthFeed>();
        services.AddSingleton<AccessPointFeeds>();
        services.AddSingleton<AccessPointListFeed>();
        services.AddSingleton<OperationFeeds>();
        services.AddSingleton<LoadExample>();
        return services;
    }
}
