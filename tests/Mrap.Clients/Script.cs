using System.Diagnostics;
using Mrap.Testing;

namespace Mrap.Clients;

/// <summary>Runs a shell script as a user would type it, after <c>eval "$(curl -s .../_sandbox/env)"</c>.</summary>
internal static class Script
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(4);

    public static async Task<ScriptResult> RunAsync(
        SandboxProcess sandbox, string text, string? vantage = null, IReadOnlyDictionary<string, string>? variables = null)
    {
        var query = vantage is null ? string.Empty : $"?vantage={vantage}";
        var folder = Directory.CreateTempSubdirectory("mrap-client-").FullName;
        var start = new ProcessStartInfo(Tool.Bash)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("-euo");
        start.ArgumentList.Add("pipefail");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"""
            unset AWS_PROFILE AWS_SESSION_TOKEN AWS_ENDPOINT_URL AWS_ENDPOINT_URL_S3 HTTP_PROXY http_proxy https_proxy NO_PROXY no_proxy
            export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null
            eval "$(curl -fsS '{sandbox.HttpAddress}/_sandbox/env{query}')"
            {text}
            """);
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        if (text.Contains("$AWS", StringComparison.Ordinal))
        {
            start.Environment["AWS"] = Tool.AwsCli;
        }

        start.Environment["ACCOUNT"] = SandboxProcess.Account;
        start.Environment["SANDBOX"] = sandbox.HttpAddress;

        using var process = Process.Start(start) ?? throw new InvalidOperationException("the script did not start");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            var result = new ScriptResult(process.ExitCode, (await output).Trim(), (await errors).Trim());
            TestContext.Current.TestOutputHelper?.WriteLine($"{result.Output}\n{result.Errors}");
            return result;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>As <see cref="RunAsync"/>, and the script must end well.</summary>
    public static async Task<string> SucceedAsync(
        SandboxProcess sandbox, string text, string? vantage = null, IReadOnlyDictionary<string, string>? variables = null)
    {
        var result = await RunAsync(sandbox, text, vantage, variables);
        result.ExitCode.ShouldBe(0, $"{result.Output}\n{result.Errors}\n{sandbox.Output}");
        return result.Output;
    }
}
