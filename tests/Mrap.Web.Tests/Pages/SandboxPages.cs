using Mrap.Testing;

namespace Mrap.Web.Tests.Pages;

/// <summary>A sandbox with one access point over two buckets that hold an object, for pages that are read from the real thing.</summary>
public sealed class SandboxPages : IAsyncLifetime
{
    public const string Name = "media";

    private SandboxFixture? _sandbox;

    public SandboxClient Client { get; private set; } = null!;

    public string Alias { get; private set; } = null!;

    public int Port => _sandbox!.Host.HttpPort;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxFixture.StartAsync();
        Client = new SandboxClient(_sandbox);
        Alias = await Client.CreateAccessPointAsync(Name, "eu-west-1", "us-east-1");
        foreach (var region in (string[])["eu-west-1", "us-east-1"])
        {
            await Client.S3Async("PUT", $"/{Name}-{region}/hello.txt", "hello", region);
        }
    }

    public ValueTask DisposeAsync() => _sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;
}
