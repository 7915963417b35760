using System.Text.Json.Nodes;
using Mrap.Signing.Keys;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.AccessAnalyzer;

/// <summary>A sandbox whose Access Analyzer is called.</summary>
public sealed class AnalyzerSandbox : IAsyncLifetime
{
    private SandboxFixture _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxFixture.StartAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    /// <summary>Sends a body to an operation, by its real host name or by this machine's.</summary>
    public Task<WireAnswer> CallAsync(
        string target, string body, string host = "access-analyzer.us-east-1.amazonaws.com", AwsCredential? credential = null,
        string method = "POST") =>
        new SandboxClient(_sandbox).SendAsync(
            WireRequest.Of(method, target, body) with
            {
                Host = host,
                Service = "access-analyzer",
                Credential = credential,
                Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" },
            },
            TestContext.Current.CancellationToken);

    /// <summary>The body of a call.</summary>
    public static string Body(params (string Name, string Value)[] members) =>
        new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value))).ToJsonString();
}
