using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Mrap.Core.Traffic;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Hosting;
using Mrap.Traffic;

namespace Mrap.Testing;

/// <summary>A real sandbox on free ports of this machine, in a directory of its own that goes away with it.</summary>
public sealed class SandboxFixture : IAsyncDisposable
{
    private readonly DirectoryInfo _directory;
    private readonly ITrafficGenerator _traffic;

    private SandboxFixture(
        SandboxHost host, SandboxOptions options, DirectoryInfo directory, FakeTimeProvider? time, ITrafficGenerator traffic)
    {
        _traffic = traffic;
        Host = host;
        Options = options;
        _directory = directory;
        Time = time;
    }

    public SandboxHost Host { get; private set; }

    public SandboxOptions Options { get; }

    /// <summary>The fake clock, when one was asked for.</summary>
    public FakeTimeProvider? Time { get; }

    public static async Task<SandboxFixture> StartAsync(
        Action<SandboxOptions>? configure = null, FakeTimeProvider? time = null, ITrafficGenerator? generator = null,
        CancellationToken cancellation = default)
    {
        var directory = Directory.CreateTempSubdirectory("mrap-sandbox-");
        var options = new SandboxOptions
        {
            HttpPort = 0,
            ProxyPort = 0,
            DataDirectory = directory.FullName,
            OperationDelay = TimeSpan.Zero,
            RoutePropagation = TimeSpan.Zero,
        };
        configure?.Invoke(options);
        var traffic = generator ?? new TrafficGenerator(time ?? TimeProvider.System);
        try
        {
            var host = await SandboxHost.CreateAsync(options, time, loggers: null, traffic, cancellation);
            return new SandboxFixture(host, options, directory, time, traffic);
        }
        catch
        {
            directory.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Stops the sandbox and starts another one on the same data.</summary>
    public Task RestartAsync(CancellationToken cancellation = default) => RestartAsync(loggers: null, cancellation);

    /// <summary>Stops the sandbox and starts another one on the same data, which logs.</summary>
    public async Task RestartAsync(ILoggerFactory? loggers, CancellationToken cancellation = default)
    {
        await Host.StopAsync(cancellation);
        await Host.DisposeAsync();
        Host = await SandboxHost.CreateAsync(Options, Time, loggers, _traffic, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _traffic.StopAsync();
        await ((_traffic as IAsyncDisposable)?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Host.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
