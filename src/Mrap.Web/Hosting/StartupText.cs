using Mrap.Web.Configuration;

namespace Mrap.Web.Hosting;

/// <summary>What the process prints once it is ready: addresses, the data directory and how to point a client at it.</summary>
public static class StartupText
{
    /// <summary>For the console, with or without a sandbox behind it.</summary>
    public static IEnumerable<string> Console(IServiceProvider services, ConsoleOptions options, IEnumerable<string> urls)
    {
        yield return "MRAP Console is ready.";
        foreach (var url in urls)
        {
            yield return $"  Console         {url}";
        }

        foreach (var line in options.ParsedMode == ConsoleMode.Sandbox ? Addresses(services) : Common(services))
        {
            yield return line;
        }
    }

    /// <summary>For the sandbox alone.</summary>
    public static IEnumerable<string> Sandbox(IServiceProvider services) => ["The sandbox is ready.", .. Addresses(services)];

    private static IEnumerable<string> Common(IServiceProvider services) =>
        [$"  Data directory  {DataDirectory.Of(services.GetRequiredService<IConfiguration>())}", "  Stop with Ctrl-C."];

    private static IEnumerable<string> Addresses(IServiceProvider services)
    {
        var address = services.GetRequiredService<SandboxAddress>();
        return
        [
            $"  Sandbox         {address.Url}",
            $"  HTTPS proxy     {address.Proxy?.ToString().TrimEnd('/')}",
            .. Common(services),
            string.Empty,
            "Point a client at the sandbox:",
            $"  {address.EnvLine}",
            "  aws s3 ls",
        ];
    }
}
