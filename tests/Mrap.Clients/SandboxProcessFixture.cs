namespace Mrap.Clients;

/// <summary>One sandbox process for all client tests; each takes bucket names of its own.</summary>
public sealed class SandboxProcessFixture : IAsyncLifetime
{
    public SandboxProcess Sandbox { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Sandbox = await SandboxProcess.StartAsync();

    public async ValueTask DisposeAsync() => await Sandbox.DisposeAsync();
}
