using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Connections;
using Mrap.Aws.Hosting;
using Mrap.Web.Circuit;

namespace Mrap.Web.Commands;

/// <summary>Connects a command to a sandbox that runs already, as whom the sandbox itself names.</summary>
internal static class DrillSandbox
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>The port of an address on this machine; null for any other address.</summary>
    public static int? PortOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "http", IsLoopback: true, AbsolutePath: "/" }
            ? address.Port
            : null;

    /// <summary>Connects.</summary>
    /// <returns>The use cases; null when no sandbox answers.</returns>
    public static async Task<ServiceProvider?> ConnectAsync(int port, CancellationToken cancellationToken)
    {
        var environment = new AwsEnvironment { SandboxPort = port };
        if (!await ReadKeyAsync(environment, cancellationToken))
        {
            return null;
        }

        return new ServiceCollection()
            .AddSingleton<ICurrentUser, LoopbackAdministrator>()
            .AddSingleton<IActivityLog, ForgetfulActivityLog>()
            .AddMrapAws(_ => environment)
            .BuildServiceProvider();
    }

    private static async Task<bool> ReadKeyAsync(AwsEnvironment environment, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = s_patience };
        try
        {
            var lines = (await http.GetStringAsync(new Uri($"http://127.0.0.1:{environment.SandboxPort}/_sandbox/env"), cancellationToken))
                .Split('\n');
            environment.AccessKeyId = Value(lines, "AWS_ACCESS_KEY_ID") ?? environment.AccessKeyId;
            environment.SecretAccessKey = Value(lines, "AWS_SECRET_ACCESS_KEY") ?? environment.SecretAccessKey;
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            return false;
        }
    }

    // the values are quoted for a shell
    private static string? Value(string[] lines, string name)
    {
        var start = $"export {name}='";
        return lines.FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal) && line.EndsWith('\'')) is { } line
            ? line[start.Length..^1].Replace("'\\''", "'", StringComparison.Ordinal)
            : null;
    }
}
