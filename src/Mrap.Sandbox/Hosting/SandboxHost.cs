using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Mrap.Core.Traffic;
using Mrap.Sandbox.Admin;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Network;
using Mrap.Sandbox.Replication;
using Mrap.Sandbox.Replication.Jobs;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Hosting;

/// <summary>
/// A running sandbox: its own listeners on loopback and its own container, so that a process can hold it beside anything else.
/// </summary>
public sealed class SandboxHost : IAsyncDisposable
{
    /// <summary>
    /// The most bytes of a request line, and of the headers behind it: S3's own limit (AWS page "Error responses",
    /// RequestHeaderSectionTooLarge).
    /// </summary>
    internal const int MaxHeaderSection = 8192;

    private const int MaxHeaderCount = 512;

    private readonly WebApplication _app;
    private readonly RegionStores _stores;
    private readonly SandboxOptions _options;
    private readonly IDisposable _rejections;
    private readonly ITrafficGenerator? _traffic;
    private readonly ReplicationEngine _replication;
    private readonly JobRunner _jobs;

    private SandboxHost(
        WebApplication app, RegionStores stores, SandboxOptions options, string directory, ITrafficGenerator? traffic)
    {
        (_app, _stores, _options, _traffic) = (app, stores, options, traffic);
        DataDirectory = directory;
        _replication = app.Services.GetRequiredService<ReplicationEngine>();
        _jobs = app.Services.GetRequiredService<JobRunner>();
        _rejections = RejectionObserver.Subscribe(app.Services.GetRequiredService<DiagnosticListener>());
    }

    /// <summary>The port of the plain HTTP endpoint; when the setting is 0, the real one once started.</summary>
    public int HttpPort { get; private set; }

    /// <summary>The port of the TLS endpoint and CONNECT proxy; when the setting is 0, the real one once started.</summary>
    public int ProxyPort { get; private set; }

    /// <summary>The address of the plain HTTP endpoint.</summary>
    public Uri HttpAddress => new($"http://localhost:{HttpPort}");

    /// <summary>The address to give clients as their HTTPS proxy.</summary>
    public Uri ProxyAddress => new($"http://127.0.0.1:{ProxyPort}");

    /// <summary>The full path of the data directory.</summary>
    public string DataDirectory { get; }

    /// <summary>The file that holds the certificate of the sandbox's own authority, which clients of the TLS endpoint must trust.</summary>
    public string CertificatePath => _app.Services.GetRequiredService<CertificateAuthority>().CertificatePath;

    /// <summary>The sandbox's own services, for tests.</summary>
    internal IServiceProvider Services => _app.Services;

    /// <summary>Checks the settings, takes hold of the data directory and starts to listen.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="loggers">Where to log; null for nowhere. It is not disposed.</param>
    /// <param name="traffic">
    /// What sends generated traffic; null for a sandbox without. It is stopped with the sandbox, and disposed by who made it.
    /// </param>
    /// <param name="cancellation">Stops starting.</param>
    /// <returns>A sandbox that answers. Dispose it to let go of the data directory.</returns>
    /// <exception cref="SandboxStartException">A setting breaks a rule, a port is busy, or the data directory cannot be used.</exception>
    public static async Task<SandboxHost> CreateAsync(
        SandboxOptions options, TimeProvider? time = null, ILoggerFactory? loggers = null, ITrafficGenerator? traffic = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        var clock = time ?? TimeProvider.System;
        var logging = loggers ?? NullLoggerFactory.Instance;
        var directory = Path.GetFullPath(options.DataDirectory);
        var stores = OpenStores(options, directory, clock, logging);
        WebApplication? app = null;
        try
        {
            app = Build(options, directory, stores, clock, logging, traffic);
            var host = new SandboxHost(app, stores, options, directory, traffic);
            await host.StartAsync(cancellation);
            return host;
        }
        catch
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }

            await stores.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets requests under way finish, within a few seconds, and stops listening.</summary>
    /// <param name="cancellation">Ends the requests under way at once.</param>
    /// <returns>A task that ends when nothing listens any more.</returns>
    public async Task StopAsync(CancellationToken cancellation = default)
    {
        await (_traffic?.StopAsync() ?? Task.CompletedTask);
        await _app.StopAsync(cancellation);
        await _jobs.DisposeAsync();
        await _replication.DisposeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rejections.Dispose();
        await _stores.DisposeAsync();
    }

    private static RegionStores OpenStores(SandboxOptions options, string directory, TimeProvider time, ILoggerFactory loggers)
    {
        try
        {
            return new RegionStores(new StorageOptions(directory, options.Durability), time, loggers);
        }
        catch (DataDirectoryException fault)
        {
            throw new SandboxStartException(fault.Message, fault);
        }
    }

    private static WebApplication Build(
        SandboxOptions options, string directory, RegionStores stores, TimeProvider time, ILoggerFactory loggers,
        ITrafficGenerator? traffic)
    {
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = "Mrap.Sandbox", EnvironmentName = "Production" });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.Services.AddSingleton<ILoggerFactory>(new SandboxLoggers(loggers));
        builder.Services.AddSandbox(options, directory, stores, time);
        if (traffic is not null)
        {
            builder.Services.AddSingleton(new TrafficPort(traffic));
        }

        builder.Services.AddOptions<KestrelServerOptions>().Configure<CertificateAuthority, ConnectProxy, ServiceDirectory>(
            (kestrel, authority, proxy, services) => Configure(kestrel, options, authority, proxy, services, time));
        var app = builder.Build();
        app.Run(app.Services.GetRequiredService<RequestPipeline>().InvokeAsync);
        return app;
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        try
        {
            await _app.StartAsync(cancellation);
        }
        catch (IOException fault)
        {
            throw new SandboxStartException(BusyPort.Explain(_options, fault), fault);
        }

        // Addresses come in the order in which the listeners were configured.
        var addresses =
            _app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.ToArray();
        HttpPort = _options.HttpPort != 0 ? _options.HttpPort : new Uri(addresses[0]).Port;
        ProxyPort = _options.ProxyPort != 0 ? _options.ProxyPort : new Uri(addresses[^1]).Port;
        _app.Services.GetRequiredService<SandboxAddresses>().Set(HttpPort, ProxyPort);
        _replication.Start();
        _jobs.Start();
    }

    private static void Configure(
        KestrelServerOptions kestrel, SandboxOptions options, CertificateAuthority authority, ConnectProxy proxy,
        ServiceDirectory services, TimeProvider time)
    {
        kestrel.AddServerHeader = false;
        kestrel.AllowSynchronousIO = false;
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Limits.MaxRequestLineSize = MaxHeaderSection;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderSection;
        kestrel.Limits.MaxRequestHeaderCount = MaxHeaderCount;
        Listen(kestrel, options.HttpPort, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => connection => RejectionTransport.RunAsync(connection, time, next));
        });
        Listen(kestrel, options.ProxyPort, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => connection => proxy.RunAsync(connection, next));
            listen.UseHttps(
                new TlsHandshakeCallbackOptions
                {
                    OnConnection = hello => ValueTask.FromResult(TlsFor(hello.ClientHelloInfo.ServerName, authority, services)),
                });
            listen.Use(next => connection => RejectionTransport.RunAsync(connection, time, next));
        });
    }

    private static SslServerAuthenticationOptions TlsFor(
        string? serverName, CertificateAuthority authority, ServiceDirectory services) => new()
        {
            ServerCertificateContext = authority.LeafFor(serverName),

            // The global data plane of access points does not speak TLS 1.3 (Amazon S3 User Guide, "Multi-Region Access Point restrictions
            // and
            // limitations").
            EnabledSslProtocols = serverName is not null && services.ParseHost(serverName)?.Service == AwsService.S3Global
            ? SslProtocols.Tls12
            : SslProtocols.Tls12 | SslProtocols.Tls13,
        };

    private static void Listen(KestrelServerOptions kestrel, int port, Action<ListenOptions> configure)
    {
        if (port == 0)
        {
            // A free port can be chosen for one address only.
            kestrel.Listen(IPAddress.Loopback, port, configure);
        }
        else
        {
            kestrel.ListenLocalhost(port, configure);
        }
    }
}
