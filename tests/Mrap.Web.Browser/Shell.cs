using System.Diagnostics;
using Mrap.Testing;

namespace Mrap.Web.Browser;

/// <summary>Runs a shell script as a person types it, after the one line that points the shell at the sandbox.</summary>
internal static class Shell
{
    public static async Task<string> RunAsync(ConsoleProcess console, string arn, string script)
    {
        var folder = Directory.CreateTempSubdirectory("mrap-shell-").FullName;
        var start = new ProcessStartInfo(Tool.Bash)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.ArgumentList.Add("-euo");
        start.ArgumentList.Add("pipefail");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"""
            unset AWS_PROFILE AWS_SESSION_TOKEN AWS_ENDPOINT_URL AWS_ENDPOINT_URL_S3 HTTP_PROXY http_proxy https_proxy NO_PROXY no_proxy
            export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null
            eval "$(curl -s "$SANDBOX/_sandbox/env")"
            {script}
            """);
        start.Environment["AWS"] = Tool.AwsCli;
        start.Environment["ARN"] = arn;
        start.Environment["SANDBOX"] = console.SandboxUrl;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("the shell did not start");
        try
        {
            var cancellation = TestContext.Current.CancellationToken;
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            TestContext.Current.TestOutputHelper?.WriteLine($"{await output}\n{await errors}");
            process.ExitCode.ShouldBe(0, $"{await output}\n{await errors}\n{console.Output}");
            return (await output).Trim();
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            Directory.Delete(folder, recursive: true);
        }
    }
}
