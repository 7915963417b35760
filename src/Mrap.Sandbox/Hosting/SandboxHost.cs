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
using Mrap.Sandbox.Network;

namespace Mrap.Sandbox.Hosting;

/// <summary>
/// A running sandbox: its own listeners on loopback and its own container, so that a process can hold it beside anything else.
/// Start it once, stop it once.
/// </summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private const int MaxRequestLine = 64 * 1024;
    private const int MaxHeaders = 64 * 1024;
    private const int MaxHeaderCount = 512;

    private readonly WebApplication _app;
    private readonly DataDirectoryLock _directory;
    private readonly SandboxOptions _options;

    private SandboxHost(WebApplication app, DataDirectoryLock directory, SandboxOptions options)
    {
        _app = app;
        _directory = directory;
        _options = options;
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
    public string DataDirectory => _directory.Path;

    /// <summary>The file that holds the certificate of the sandbox's own authority, which clients of the TLS endpoint must trust.</summary>
    public string CertificatePath => _app.Services.GetRequiredService<CertificateAuthority>().CertificatePath;

    /// <summary>The sandbox's own services, for those who extend it and for tests.</summary>
    internal IServiceProvider Services => _app.Services;

    /// <summary>Prepares a sandbox: checks its settings, takes hold of its data directory and makes its container. Nothing listens yet.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="loggers">Where to log; null for nowhere. It is not disposed.</param>
    /// <returns>A sandbox to start and, in any case, to dispose.</returns>
    /// <exception cref="SandboxStartException">A setting breaks a rule, or the data directory cannot be used.</exception>
    public static SandboxHost Create(SandboxOptions options, TimeProvider? time = null, ILoggerFactory? loggers = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        var directory = DataDirectoryLock.Take(options.DataDirectory);
        try
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Mrap.Sandbox", EnvironmentName = "Production" });
            builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
            builder.Services.AddSingleton(loggers ?? NullLoggerFactory.Instance);
            builder.Services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
            builder.Services.AddSandbox(options, directory.Path, time ?? TimeProvider.System);
            builder.Services.AddOptions<KestrelServerOptions>().Configure<CertificateAuthority, ConnectProxy>((kestrel, authority, proxy) => Configure(kestrel, options, authority, proxy));
            var app = builder.Build();
            app.Run(app.Services.GetRequiredService<RequestPipeline>().InvokeAsync);
            return new SandboxHost(app, directory, options);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Prepares a sandbox and starts it.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="loggers">Where to log; null for nowhere. It is not disposed.</param>
    /// <param name="cancellation">Stops starting.</param>
    /// <returns>A sandbox that answers.</returns>
    /// <exception cref="SandboxStartException">A setting breaks a rule, a port is busy, or the data directory cannot be used.</exception>
    public static async Task<SandboxHost> CreateAsync(SandboxOptions options, TimeProvider? time = null, ILoggerFactory? loggers = null, CancellationToken cancellation = default)
    {
        var host = Create(options, time, loggers);
        try
        {
            await host.StartAsync(cancellation);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts to listen.</summary>
    /// <param name="cancellation">Stops starting.</param>
    /// <returns>A task that ends when requests are answered.</returns>
    /// <exception cref="SandboxStartException">A port is busy.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        try
        {
            await _app.StartAsync(cancellation);
        }
        catch (IOException fault)
        {
            throw new SandboxStartException(BusyPort(fault), fault);
        }

        // Addresses come in the order in which the listeners were configured.
        var addresses = _app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.ToArray();
        HttpPort = _options.HttpPort != 0 ? _options.HttpPort : new Uri(addresses[0]).Port;
        ProxyPort = _options.ProxyPort != 0 ? _options.ProxyPort : new Uri(addresses[^1]).Port;
        _app.Services.GetRequiredService<SandboxAddresses>().Set(HttpPort, ProxyPort);
    }

    /// <summary>Lets requests under way finish, within a few seconds, and stops listening.</summary>
    /// <param name="cancellation">Ends the requests under way at once.</param>
    /// <returns>A task that ends when nothing listens any more.</returns>
    public Task StopAsync(CancellationToken cancellation = default) => _app.StopAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _directory.Dispose();
    }

    private static void Configure(KestrelServerOptions kestrel, SandboxOptions options, CertificateAuthority authority, ConnectProxy proxy)
    {
        kestrel.AddServerHeader = false;
        kestrel.AllowSynchronousIO = false;
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Limits.MaxRequestLineSize = MaxRequestLine;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaders;
        kestrel.Limits.MaxRequestHeaderCount = MaxHeaderCount;
        Listen(kestrel, options.HttpPort, listen => listen.Protocols = HttpProtocols.Http1);
        Listen(kestrel, options.ProxyPort, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => connection => proxy.RunAsync(connection, next));
            listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = hello => ValueTask.FromResult(TlsFor(hello.ClientHelloInfo.ServerName, authority)) });
        });
    }

    private static SslServerAuthenticationOptions TlsFor(string? serverName, CertificateAuthority authority) => new()
    {
        ServerCertificateContext = authority.LeafFor(serverName),

        // The global data plane of access points does not speak TLS 1.3 (facts: mrap.md section 2.6).
        EnabledSslProtocols = serverName is not null && AwsHost.Parse(serverName) is { Service: AwsService.S3Global }
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

    private string BusyPort(IOException fault)
    {
        var key = fault.Message.Contains($":{_options.HttpPort}", StringComparison.Ordinal) ? nameof(SandboxOptions.HttpPort) : nameof(SandboxOptions.ProxyPort);
        var port = key == nameof(SandboxOptions.HttpPort) ? _options.HttpPort : _options.ProxyPort;
        return fault.InnerException is AddressInUseException
            ? $"{SandboxOptions.Section}:{key} is {port}, but that port is in use by another process."
            : $"{SandboxOptions.Section}:{key} is {port}, but that port cannot be used: {fault.Message}";
    }
}
