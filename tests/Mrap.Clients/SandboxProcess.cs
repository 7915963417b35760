using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Mrap.Clients;

/// <summary>The sandbox as a process of its own, started as <c>dotnet run --project src/Mrap.Web -- sandbox</c> does.</summary>
public sealed class SandboxProcess : IAsyncDisposable
{
    public const string Account = "111122223333";

    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly int _httpPort;
    private readonly int _proxyPort;
    private Process? _process;

    private SandboxProcess(string dataDirectory)
    {
        DataDirectory = dataDirectory;
        (_httpPort, _proxyPort) = FreePorts();
    }

    public string DataDirectory { get; }

    public string HttpAddress => $"http://localhost:{_httpPort}";

    public int HttpPort => _httpPort;

    public int ProcessId => _process!.Id;

    public string Output => string.Join('\n', _output);

    public static async Task<SandboxProcess> StartAsync(string? operationDelay = null)
    {
        var sandbox = new SandboxProcess(Directory.CreateTempSubdirectory("mrap-sandbox-").FullName);
        await sandbox.RunAsync(operationDelay ?? "00:00:00.300");
        return sandbox;
    }

    /// <summary>SIGKILL: nothing of the process gets to run any more.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts it again over the same data on the same ports.</summary>
    public Task RestartAsync() => RunAsync("00:00:00.300");

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        Directory.Delete(DataDirectory, recursive: true);
    }

    private async Task RunAsync(string operationDelay)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = DataDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Mrap.Web.dll"));
        start.ArgumentList.Add("sandbox");
        start.Environment["Sandbox__HttpPort"] = _httpPort.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["Sandbox__ProxyPort"] = _proxyPort.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["Sandbox__DataDirectory"] = DataDirectory;
        start.Environment["Sandbox__OperationDelay"] = operationDelay;
        start.Environment["Sandbox__RoutePropagation"] = "00:00:00.500";

        _process?.Dispose();
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilHealthyAsync();
    }

    private async Task WaitUntilHealthyAsync()
    {
        using var client = new HttpClient();
        using var limit = new CancellationTokenSource(s_startLimit);
        while (true)
        {
            if (_process!.HasExited)
            {
                throw new InvalidOperationException($"the sandbox ended with {_process.ExitCode}: {Output}");
            }

            try
            {
                using var answer = await client.GetAsync(new Uri($"{HttpAddress}/_sandbox/health"), limit.Token);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet: the next turn asks again until the limit.
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
            }
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
        }
    }

    private static (int First, int Second) FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
