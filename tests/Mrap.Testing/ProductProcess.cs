using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Mrap.Testing;

/// <summary>The product as a process of its own, started as a person starts it; it must lie beside the tests.</summary>
public sealed class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    private ProductProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>What it has written so far, errors among it.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    /// <param name="directory">Its current directory.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="settings">Its settings, as environment variables.</param>
    /// <param name="health">What answers 200 once it is ready.</param>
    /// <returns>The process.</returns>
    public static async Task<ProductProcess> StartAsync(
        string directory, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings, Uri health)
    {
        var start = Command(directory, arguments);
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var product = new ProductProcess(new Process { StartInfo = start });
        product.Begin();
        try
        {
            await product.WaitUntilReadyAsync(health);
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs it to its end, with a text as its standard input.</summary>
    /// <param name="directory">Its current directory.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads from standard input.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <returns>Its exit code and what it wrote.</returns>
    public static async Task<ProductRun> RunAsync(
        string directory, IEnumerable<string> arguments, string input, CancellationToken cancellationToken)
    {
        var start = Command(directory, arguments);
        start.RedirectStandardInput = true;
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            return new ProductRun(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Different ports that were free a moment ago.</summary>
    public static int[] FreePorts(int count)
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

    /// <summary>SIGKILL: nothing of the process gets to run any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Command(string directory, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Mrap.Web.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private void Begin()
    {
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task WaitUntilReadyAsync(Uri health)
    {
        using var client = new HttpClient();
        using var limit = new CancellationTokenSource(s_startLimit);
        while (true)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"the process ended with {_process.ExitCode}: {Output}");
            }

            try
            {
                using var answer = await client.GetAsync(health, limit.Token);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet: the next turn asks again until the limit.
                await Task.Delay(s_pause, TimeProvider.System, limit.Token);
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
