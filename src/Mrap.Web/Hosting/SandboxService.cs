using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Hosting;
using Mrap.Traffic;
using Mrap.Web.Configuration;

namespace Mrap.Web.Hosting;

/// <summary>Runs the sandbox for as long as the process runs. It answers before anything registered after it starts.</summary>
public sealed class SandboxService(IConfiguration configuration, SandboxAddress address, TimeProvider time, ILoggerFactory loggers)
    : IHostedService, IAsyncDisposable
{
    private readonly TrafficGenerator _traffic = new(time);
    private SandboxHost? _host;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _host = await SandboxHost.CreateAsync(SandboxOptions.Read(configuration), time, loggers, _traffic, cancellationToken);
        address.Set(_host.HttpAddress, _host.ProxyAddress, _host.CertificatePath);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _host?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _traffic.DisposeAsync();
        await (_host?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
