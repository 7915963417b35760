using Mrap.Testing;

namespace Mrap.Web.Tests.Pages;

/// <summary>A sandbox that holds nothing.</summary>
public sealed class EmptySandbox : IAsyncLifetime
{
    private SandboxFixture? _sandbox;

    public int Port => _sandbox!.Host.HttpPort;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxFixture.StartAsync();

    public ValueTask DisposeAsync() => _sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;
}
