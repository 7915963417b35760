using Mrap.Testing;

namespace Mrap.Web.Browser;

/// <summary>
/// The console with its embedded sandbox as a process of its own, as a person starts it, on any ports over an empty directory.
/// </summary>
public sealed class ConsoleProcess : IAsyncLifetime
{
    public const string Account = "111122223333";

    private readonly string _directory = Directory.CreateTempSubdirectory("mrap-console-").FullName;
    private ProductProcess? _process;

    public string Url => AddressOf("Console");

    public string SandboxUrl => AddressOf("Sandbox");

    /// <summary>The name of the example, once a test has loaded it for those of its class that only look at it.</summary>
    public string? Example { get; set; }

    public string Output => _process!.Output;

    public async ValueTask InitializeAsync() => await RunAsync();

    /// <summary>Empties the sandbox.</summary>
    public async Task EmptyAsync()
    {
        using var client = new HttpClient();
        using var confirmation = new StringContent("""{"confirm":"reset"}""");
        using var answer = await client.PostAsync(new Uri($"{SandboxUrl}/_sandbox/reset"), confirmation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Ends the console while pages are open, as a crash does.</summary>
    public Task StopAsync() => _process!.KillAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        Directory.Delete(_directory, recursive: true);
    }

    private string AddressOf(string label) => _process!.AddressOf(label).GetLeftPart(UriPartial.Authority);

    private async Task RunAsync() => _process = await ProductProcess.StartAsync(
        _directory,
        [],
        new Dictionary<string, string>
        {
            ["Console__Url"] = "http://127.0.0.1:0",
            ["Sandbox__HttpPort"] = "0",
            ["Sandbox__ProxyPort"] = "0",
            ["Sandbox__DataDirectory"] = Path.Combine(_directory, "data"),
            ["Sandbox__OperationDelay"] = "00:00:03",
            ["Sandbox__RoutePropagation"] = "00:00:00.200",
        });
}
