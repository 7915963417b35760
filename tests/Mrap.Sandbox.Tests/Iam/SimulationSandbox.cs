using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Iam;

/// <summary>A sandbox whose IAM is called in the AWS Query protocol.</summary>
public sealed class SimulationSandbox : IAsyncLifetime
{
    private SandboxFixture _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxFixture.StartAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    /// <summary>Calls an operation of IAM as the administrator.</summary>
    public Task<WireAnswer> CallAsync(string action, params (string Name, string Value)[] parameters)
    {
        var form = string.Join('&', new[] { ("Action", action), ("Version", "2010-05-08") }.Concat(parameters).Select(pair => $"{Uri.EscapeDataString(pair.Item1)}={Uri.EscapeDataString(pair.Item2)}"));
        var request = WireRequest.Of("POST", "/", form) with
        {
            Host = "iam.amazonaws.com",
            Service = "iam",
            Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8" },
        };
        return new SandboxClient(_sandbox).SendAsync(request, TestContext.Current.CancellationToken);
    }
}
