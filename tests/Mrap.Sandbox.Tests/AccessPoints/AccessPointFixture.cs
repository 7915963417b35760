using Mrap.Testing;

namespace Mrap.Sandbox.Tests.AccessPoints;

/// <summary>A sandbox with one access point, shared by the tests of a class.</summary>
public sealed class AccessPointFixture : IAsyncLifetime
{
    private SandboxFixture? _sandbox;

    public SandboxClient Client { get; private set; } = null!;

    public string Alias { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxFixture.StartAsync();
        Client = new SandboxClient(_sandbox);
        Alias = await Client.CreateAccessPointAsync("demo", "eu-west-1");
    }

    public ValueTask DisposeAsync() => _sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;
}
