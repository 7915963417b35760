using System.Collections.Concurrent;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3Control;
using Amazon.SecurityToken;
using Microsoft.Extensions.Logging;
using Mrap.Aws.Signing;
using Mrap.Core.Regions;

namespace Mrap.Aws.Connections;

/// <summary>Makes the clients for an <see cref="AwsEnvironment"/>. Safe for concurrent use.</summary>
public sealed class AwsClients : IAwsClients, IDisposable
{
    private readonly AwsEnvironment _environment;
    private readonly CallLogger _calls;
    private readonly ConsoleHttpClientFactory _http;
    private readonly BasicAWSCredentials? _sandboxCredentials;
    private readonly ConcurrentDictionary<RegionId, Lazy<IAmazonS3>> _s3 = new();
    private readonly ConcurrentDictionary<RegionId, Lazy<IAmazonS3Control>> _control = new();
    private readonly Lazy<IAmazonS3> _dataPlane;
    private readonly Lazy<IAmazonSecurityTokenService> _identity;

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
        _dataPlane = new Lazy<IAmazonS3>(() => MakeS3(RegionCatalog.Default));
        _identity = new Lazy<IAmazonSecurityTokenService>(MakeIdentity);
    }

    /// <inheritdoc/>
    public AwsMode Mode => _environment.Mode;

    /// <inheritdoc/>
    public IAmazonS3 S3(RegionId region) =>
        _s3.GetOrAdd(region, key => new Lazy<IAmazonS3>(() => MakeS3(key))).Value;

    /// <inheritdoc/>
    public IAmazonS3 DataPlane() => _dataPlane.Value;

    /// <inheritdoc/>
    public IAmazonS3Control Control(RegionId region) =>
        _control.GetOrAdd(region, key => new Lazy<IAmazonS3Control>(() => MakeControl(key))).Value;

    /// <inheritdoc/>
    public IAmazonSecurityTokenService Identity() => _identity.Value;

    /// <summary>Disposes every client made.</summary>
    public void Dispose()
    {
        foreach (var client in _s3.Values.Append(_dataPlane).Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }

        foreach (var client in _control.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }

        if (_identity.IsValueCreated)
        {
            _identity.Value.Dispose();
        }
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

    private AmazonSecurityTokenServiceClient MakeIdentity()
    {
        var config = Configure(new AmazonSecurityTokenServiceConfig(), RegionCatalog.Default);
        return _calls.Attach(
            _sandboxCredentials is null
                ? new AmazonSecurityTokenServiceClient(config)
                : new AmazonSecurityTokenServiceClient(_sandboxCredentials, config));
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
