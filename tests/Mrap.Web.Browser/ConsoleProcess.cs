using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Mrap.Web.Browser;

/// <summary>The console with its embedded sandbox as a process of its own, as a person starts it, on free ports over an empty directory.</summary>
public sealed class ConsoleProcess : IAsyncDisposable
{
    public const string Account = "111122223333";

    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(90);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly string _directory = Directory.CreateTempSubdirectory("mrap-console-").FullName;
    private readonly int[] _ports = FreePorts(3);
    private Process? _process;

    private ConsoleProcess()
    {
    }

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{_ports[0]}");

    public string SandboxUrl => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{_ports[1]}");

    public string Output => string.Join('\n', _output);

    public static async Task<ConsoleProcess> StartAsync()
    {
        var console = new ConsoleProcess();
        await console.RunAsync();
        return console;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        try
        {
            foreach (var listener in listeners)
            {
                listener.Start();
            }

            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            foreach (var listener in listeners)
            {
                listener.Dispose();
            }
        }
    }

    private async Task RunAsync()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _directory };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Mrap.Web.dll"));
        start.Environment["Console__Url"] = Url;
        start.Environment["Sandbox__HttpPort"] = _ports[1].ToString(CultureInfo.InvariantCulture);
        start.Environment["Sandbox__ProxyPort"] = _ports[2].ToString(CultureInfo.InvariantCulture);
        start.Environment["Sandbox__DataDirectory"] = Path.Combine(_directory, "data");
        start.Environment["Sandbox__OperationDelay"] = "00:00:03";
        start.Environment["Sandbox__RoutePropagation"] = "00:00:00.200";
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
                throw new InvalidOperationException($"the console ended with {_process.ExitCode}: {Output}");
            }

            try
            {
                using var answer = await client.GetAsync(new Uri($"{Url}/healthz"), limit.Token);
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
}
