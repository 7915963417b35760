using Amazon;
using Amazon.CloudWatch;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3Control;
using Amazon.SecurityToken;
using Microsoft.Extensions.Logging;
using Mrap.Aws.Signing;
using Mrap.Core.Regions;

namespace Mrap.Aws.Connections;

/// <summary>
/// The AWS clients of the console for an <see cref="AwsEnvironment"/>, made when first asked for and kept. Callers do not dispose them.
/// Safe for concurrent use.
/// </summary>
public sealed class AwsClients : IDisposable
{
    private readonly AwsEnvironment _environment;
    private readonly CallLogger _calls;
    private readonly ConsoleHttpClientFactory _http;
    private readonly BasicAWSCredentials? _sandboxCredentials;
    private readonly RegionalClients<IAmazonS3> _s3;
    private readonly RegionalClients<IAmazonS3Control> _control;
    private readonly RegionalClients<IAmazonS3> _dataPlane;
    private readonly RegionalClients<IAmazonSecurityTokenService> _identity;
    private readonly RegionalClients<IAmazonIdentityManagementService> _iam;
    private readonly RegionalClients<IAmazonCloudWatch> _metrics;

    /// <summary>Keeps the settings; connects to nothing yet.</summary>
    /// <param name="environment">The settings.</param>
    /// <param name="logger">Where calls that fail are logged.</param>
    public AwsClients(AwsEnvironment environment, ILogger<AwsClients> logger)
    {
        _calls = new CallLogger(logger);
        SigV4a.Register();
        _environment = environment;
        _http = environment.Mode == AwsMode.Sandbox
            ? ConsoleHttpClientFactory.Loopback(environment.SandboxPort)
            : ConsoleHttpClientFactory.Direct();
        _sandboxCredentials = environment.Mode == AwsMode.Sandbox
            ? new BasicAWSCredentials(environment.AccessKeyId, environment.SecretAccessKey)
            : null;
        _s3 = new RegionalClients<IAmazonS3>(MakeS3);
        _control = new RegionalClients<IAmazonS3Control>(MakeControl);
        _dataPlane = new RegionalClients<IAmazonS3>(MakeS3);
        _identity = new RegionalClients<IAmazonSecurityTokenService>(MakeIdentity);
        _iam = new RegionalClients<IAmazonIdentityManagementService>(MakeIam);
        _metrics = new RegionalClients<IAmazonCloudWatch>(MakeMetrics);
    }

    /// <summary>Who answers.</summary>
    public AwsMode Mode => _environment.Mode;

    /// <summary>S3 in a Region, for buckets.</summary>
    /// <returns>The client.</returns>
    public IAmazonS3 S3(RegionId region) => _s3.In(region);

    /// <summary>
    /// S3 for access point ARNs, which have no Region. <see cref="DataPlaneExchange"/> places its requests and captures its answers.
    /// </summary>
    /// <returns>The client.</returns>
    public IAmazonS3 DataPlane() => _dataPlane.In(RegionCatalog.Default);

    /// <summary>
    /// S3 Control in a Region: us-west-2 manages access points, five Regions manage routes (Amazon S3 User Guide, "Amazon S3 Multi-Region
    /// Access Points failover controls").
    /// </summary>
    /// <returns>The client.</returns>
    public IAmazonS3Control Control(RegionId region) => _control.In(region);

    /// <summary>The token service, which knows whose credentials these are.</summary>
    /// <returns>The client.</returns>
    public IAmazonSecurityTokenService Identity() => _identity.In(RegionCatalog.Default);

    /// <summary>IAM, which has one address for all Regions.</summary>
    /// <returns>The client.</returns>
    public IAmazonIdentityManagementService Iam() => _iam.In(RegionCatalog.Default);

    /// <summary>CloudWatch in a Region: it knows the metrics that are published there, and no others.</summary>
    /// <returns>The client.</returns>
    public IAmazonCloudWatch Metrics(RegionId region) => _metrics.In(region);

    /// <summary>Disposes every client made.</summary>
    public void Dispose()
    {
        _s3.Dispose();
        _control.Dispose();
        _dataPlane.Dispose();
        _identity.Dispose();
        _iam.Dispose();
        _metrics.Dispose();
    }

    private AmazonS3Client MakeS3(RegionId region)
    {
        var config = Configure(new AmazonS3Config(), region);
        return _calls.Attach(
            _sandboxCredentials is null ? new AmazonS3Client(config) : new AmazonS3Client(_sandboxCredentials, config));
    }

    private AmazonS3ControlClient MakeControl(RegionId region)
    {
        var config = Configure(new AmazonS3ControlConfig(), region);
        return _calls.Attach(
            _sandboxCredentials is null ? new AmazonS3ControlClient(config) : new AmazonS3ControlClient(_sandboxCredentials, config));
    }

    private AmazonSecurityTokenServiceClient MakeIdentity(RegionId region)
    {
        var config = Configure(new AmazonSecurityTokenServiceConfig(), region);
        return _calls.Attach(
            _sandboxCredentials is null
                ? new AmazonSecurityTokenServiceClient(config)
                : new AmazonSecurityTokenServiceClient(_sandboxCredentials, config));
    }

    private AmazonIdentityManagementServiceClient MakeIam(RegionId region)
    {
        var config = Configure(new AmazonIdentityManagementServiceConfig(), region);
        return _calls.Attach(
            _sandboxCredentials is null
                ? new AmazonIdentityManagementServiceClient(config)
                : new AmazonIdentityManagementServiceClient(_sandboxCredentials, config));
    }

    private AmazonCloudWatchClient MakeMetrics(RegionId region)
    {
        var config = Configure(new AmazonCloudWatchConfig(), region);
        return _calls.Attach(
            _sandboxCredentials is null ? new AmazonCloudWatchClient(config) : new AmazonCloudWatchClient(_sandboxCredentials, config));
    }

    private TConfig Configure<TConfig>(TConfig config, RegionId region)
        where TConfig : ClientConfig
    {
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region.Value);
        config.HttpClientFactory = _http;
        config.MaxErrorRetry = Math.Max(_environment.MaxAttempts, 1) - 1;
        if (_environment.Mode == AwsMode.Sandbox)
        {
            config.UseHttp = true;

            // An endpoint URL from the environment would send requests past the sandbox and switch http off.
            config.IgnoreConfiguredEndpointUrls = true;
        }

        return config;
    }
}
