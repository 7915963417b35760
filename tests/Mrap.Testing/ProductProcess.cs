using System.Collections.Concurrent;
using System.Diagnostics;

namespace Mrap.Testing;

/// <summary>The product as a process of its own, started as a person starts it; it must lie beside the tests.</summary>
public sealed class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(90);

    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    private ProductProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>What it has written so far, errors among it.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    /// <param name="directory">Its current directory.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="settings">Its settings, as environment variables; a port of 0 is any free one.</param>
    /// <returns>The process.</returns>
    public static async Task<ProductProcess> StartAsync(
        string directory, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings)
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
            await product.WaitUntilReadyAsync();
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

    /// <summary>An address that it said it listens on.</summary>
    /// <param name="label">What stands before it: <c>Console</c>, <c>Sandbox</c> or <c>HTTPS proxy</c>.</param>
    public Uri AddressOf(string label) =>
        new(_output.Single(line => line.StartsWith($"  {label} ", StringComparison.Ordinal))[(label.Length + 2)..].Trim());

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

    private async Task WaitUntilReadyAsync()
    {
        using var limit = new CancellationTokenSource(s_startLimit);
        var ended = _process.WaitForExitAsync(limit.Token);
        if (await Task.WhenAny(_ready.Task, ended) == ended)
        {
            await ended;
            throw new InvalidOperationException($"the process ended with {_process.ExitCode}: {Output}");
        }

        await limit.CancelAsync();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (line.Contains("Stop with Ctrl-C", StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
