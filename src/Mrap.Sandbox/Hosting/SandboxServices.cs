using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mrap.Sandbox.AccessAnalyzer;
using Mrap.Sandbox.Admin;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.CloudWatch;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.DataPlane;
using Mrap.Sandbox.Iam;
using Mrap.Sandbox.Iam.Simulation;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Network;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Replication;
using Mrap.Sandbox.S3;
using Mrap.Sandbox.S3Control;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Sts;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Hosting;

/// <summary>What the container of a sandbox holds.</summary>
internal static class SandboxServices
{
    /// <summary>Adds everything that answers requests.</summary>
    public static IServiceCollection AddSandbox(
        this IServiceCollection services, SandboxOptions options, string dataDirectory, RegionStores stores, TimeProvider time)
    {
        services.AddSingleton(options);
        services.AddSingleton(time);
        services.AddSingleton(stores);
        services.AddS3();
        services.AddSingleton<SandboxAddresses>();
        services.AddSingleton<RequestPipeline>();

        services.AddSingleton(provider => CertificateAuthority.Open(
            dataDirectory, provider.GetRequiredService<ServiceDirectory>(), time,
            provider.GetRequiredService<ILogger<CertificateAuthority>>()));
        services.AddSingleton<ClientVantage>();
        services.AddSingleton<ConnectProxy>();
        services.AddSingleton<RegionConditions>();
        services.AddSingleton<NetworkDelays>();

        services.AddSingleton(_ => IdentityDatabase.Open(dataDirectory, options.Durability));
        services.AddSingleton<SettingsPrincipals>();
        services.AddSingleton<IdentityStore>();
        services.AddSingleton<TemporarySessions>();
        services.AddSingleton<AccessKeyUsage>();
        services.AddSingleton<IdentityReset>();
        services.AddSingleton<PrincipalDirectory>();
        services.AddSingleton<IPrincipalRegister>(provider => provider.GetRequiredService<PrincipalDirectory>());
        services.AddSingleton<Authenticator>();
        services.AddSingleton<ServiceAuthorizer>();

        services.AddSingleton(_ => ControlDatabase.Open(dataDirectory, options.Durability));
        services.AddSingleton<ControlState>();
        services.AddSingleton<AccountSettings>();
        services.AddSingleton<IAccountBlocks>(provider => provider.GetRequiredService<AccountSettings>());
        services.AddSingleton<IAccessPointMembership>(provider => provider.GetRequiredService<ControlState>());
        services.AddSingleton<AccessPointRouting>();
        services.AddSingleton<EndpointRegions>();
        services.AddSingleton<AddressResolver>();
        services.AddSingleton<DataPlaneService>();

        services.AddReplication();
        services.AddS3Control();

        services.AddSingleton<SignedServices>();
        services.AddSingleton(provider => new ServiceDirectory(provider.GetServices<ISignedService>().Select(service => service.Service)));
        services.AddSingleton<AddressReader>();
        services.AddSingleton<ISignedService, CloudWatchService>();
        services.AddSingleton<ISignedService, StsService>();
        services.AddSingleton<ISignedService, IamService>();
        services.AddSingleton<ISignedService, AccessAnalyzerService>();
        services.AddSingleton<IQueryOperations, CallerIdentity>();
        services.AddSingleton<IQueryOperations, AssumeRole>();
        services.AddSingleton<IQueryOperations, SessionTokens>();
        services.AddIam();
        services.AddSingleton<RequestJournal>();
        services.AddSingleton<IRequestObserver>(provider => provider.GetRequiredService<RequestJournal>());
        services.AddSingleton<IRequestObserver, RequestMeter>();
        services.AddSingleton<RequestObservers>();
        services.AddAdmin();
        return services;
    }

    private static void AddIam(this IServiceCollection services)
    {
        services.AddSingleton<IamAccess>();
        services.AddSingleton<IQueryOperations, UserOperations>();
        services.AddSingleton<IQueryOperations, AccessKeyOperations>();
        services.AddSingleton<IQueryOperations, RoleOperations>();
        services.AddSingleton<IQueryOperations, InlinePolicyOperations>();
        services.AddSingleton<IQueryOperations, BoundaryOperations>();
        services.AddSingleton<IQueryOperations, ManagedPolicyOperations>();
        services.AddSingleton<IQueryOperations, ManagedPolicyVersions>();
        services.AddSingleton<IQueryOperations, AttachmentOperations>();
        services.AddSingleton<IQueryOperations, TagOperations>();
        services.AddSingleton<IQueryOperations, PolicyTagOperations>();
        services.AddSingleton<IQueryOperations, CustomSimulation>();
        services.AddSingleton<IQueryOperations, PrincipalSimulation>();
    }
}
