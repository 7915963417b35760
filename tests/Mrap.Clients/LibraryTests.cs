using Mrap.Testing;

namespace Mrap.Clients;

/// <summary>The main job from boto3 and from the JavaScript SDK, each in a script of its own language.</summary>
public sealed class LibraryTests(SandboxProcessFixture fixture)
{
    [Fact]
    public async Task Boto3_WholeMainJob_EveryCheckPasses()
    {
        var script = Path.Combine(ClientSources.Folder, "python", "journey.py");

        var result = await RunAsync($"'{Tool.Python}' '{script}'", "boto");

        Verify(result, checks: 21);
    }

    [Fact]
    public async Task JavaScriptSdk_WholeMainJob_EveryCheckPasses()
    {
        var folder = Path.Combine(ClientSources.Folder, "js");
        Tool.Require(Directory.Exists(Path.Combine(folder, "node_modules")), "the JavaScript SDK (npm ci in tests/Mrap.Clients/js)");

        var result = await RunAsync($"'{Tool.Node}' '{Path.Combine(folder, "journey.mjs")}'", "js");

        Verify(result, checks: 8);
    }

    private Task<ScriptResult> RunAsync(string command, string prefix) =>
        Script.RunAsync(fixture.Sandbox, command, variables: new Dictionary<string, string>
        {
            ["SANDBOX_ACCOUNT"] = SandboxProcess.Account,
            ["SANDBOX_PREFIX"] = $"{prefix}-{Guid.NewGuid():N}"[..16],
        });

    private static void Verify(ScriptResult result, int checks)
    {
        result.ExitCode.ShouldBe(0, $"{result.Output}\n{result.Errors}");
        result.Output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)).ShouldBe(checks, result.Output);
    }
}
