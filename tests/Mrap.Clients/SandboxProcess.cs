using System.Globalization;
using Mrap.Testing;

namespace Mrap.Clients;

/// <summary>The sandbox as a process of its own, started as <c>dotnet run --project src/Mrap.Web -- sandbox</c> does.</summary>
public sealed class SandboxProcess : IAsyncDisposable
{
    public const string Account = "111122223333";
    private const string UsualDelay = "00:00:00.300";

    private readonly IReadOnlyDictionary<string, string> _settings;
    private int _proxyPort;
    private ProductProcess? _process;

    private SandboxProcess(IReadOnlyDictionary<string, string> settings) => _settings = settings;

    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("mrap-sandbox-").FullName;

    public string HttpAddress => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{HttpPort}");

    public int HttpPort { get; private set; }

    public int ProcessId => _process!.Id;

    public string Output => _process!.Output;

    /// <summary>Starts a sandbox.</summary>
    /// <param name="operationDelay">How long asynchronous operations take; a third of a second when left out.</param>
    /// <param name="settings">Further settings, as environment variables.</param>
    public static async Task<SandboxProcess> StartAsync(string? operationDelay = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var sandbox = new SandboxProcess(settings ?? new Dictionary<string, string>());
        await sandbox.RunAsync(operationDelay ?? UsualDelay);
        return sandbox;
    }

    /// <summary>SIGKILL: nothing of the process gets to run any more.</summary>
    public Task KillAsync() => _process!.KillAsync();

    /// <summary>Starts it again over the same data on the same ports.</summary>
    public async Task RestartAsync()
    {
        await _process!.DisposeAsync();
        await RunAsync(UsualDelay);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        Directory.Delete(DataDirectory, recursive: true);
    }

    private async Task RunAsync(string operationDelay)
    {
        _process = await ProductProcess.StartAsync(
            DataDirectory,
            ["sandbox"],
            new Dictionary<string, string>(_settings)
            {
                ["Sandbox__HttpPort"] = HttpPort.ToString(CultureInfo.InvariantCulture),
                ["Sandbox__ProxyPort"] = _proxyPort.ToString(CultureInfo.InvariantCulture),
                ["Sandbox__DataDirectory"] = DataDirectory,
                ["Sandbox__OperationDelay"] = operationDelay,
                ["Sandbox__RoutePropagation"] = "00:00:00.500",
            });
        (HttpPort, _proxyPort) = (_process.AddressOf("Sandbox").Port, _process.AddressOf("HTTPS proxy").Port);
    }
}
