using Mrap.Aws.AccessPoints;
using Mrap.Aws.Examples;
using Mrap.Core.AccessPoints;
using Mrap.Testing;

namespace Mrap.Aws.Tests.EndToEnd;

/// <summary>The use cases against a real sandbox of its own.</summary>
internal sealed class SandboxConsole : IAsyncDisposable
{
    private readonly SandboxFixture _sandbox;
    private readonly ConsoleServices _services;

    private SandboxConsole(SandboxFixture sandbox)
    {
        _sandbox = sandbox;
        _services = new ConsoleServices(sandbox.Host.HttpPort);
    }

    public static async Task<SandboxConsole> StartAsync(CancellationToken cancellation) =>
        new(await SandboxFixture.StartAsync(options => options.OperationDelay = TimeSpan.FromMilliseconds(50), cancellation: cancellation));

    /// <summary>Who acts: an administrator until it is changed.</summary>
    public ActingAs Acting => _services.Acting;

    public T Get<T>()
        where T : notnull => _services.Get<T>();

    /// <summary>Loads the example and reads its access point.</summary>
    public async Task<AccessPoint> LoadExampleAsync(CancellationToken cancellation)
    {
        var plan = (await Get<LoadExample>().PlanAsync(cancellation)).Value;
        var done = await Get<LoadExample>()
            .ExecuteAsync(plan, from: 0, cancellation)
            .LastAsync(cancellation);
        done.Fault.ShouldBeNull();
        return (await Get<GetAccessPoint>().ReadAsync(AccessPointName.Parse(plan.Target).Value, cancellation)).Value;
    }

    public async ValueTask DisposeAsync()
    {
        _services.Dispose();
        await _sandbox.DisposeAsync();
    }
}
