using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Mrap.Web.Configuration;

namespace Mrap.Web.Hosting;

/// <summary>The process that runs the console, with the sandbox behind it unless the settings say AWS.</summary>
public static class ConsoleProcess
{
    /// <summary>Runs it until it is stopped.</summary>
    /// <param name="settings">Settings in the forms that ASP.NET Core reads from a command line.</param>
    /// <param name="output">Where the addresses go once it is ready.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RunAsync(string[] settings, TextWriter output, CancellationToken cancellationToken)
    {
        await using var app = ConsoleHost.Build(settings);
        var options = app.Services.GetRequiredService<IOptions<ConsoleOptions>>().Value;
        DataDirectoryStart.Prepare(app.Configuration);
        app.Urls.Clear();
        app.Urls.Add(options.Url);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (InvalidOperationException fault) when (options.Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            throw new SettingException(
                $"Console:Url: cannot listen on `{options.Url}`: there is no certificate for it. Name one in "
                    + "Kestrel:Certificates:Default, or use `http` on this machine.",
                fault);
        }
        catch (Exception fault) when (fault is IOException or SocketException or UnauthorizedAccessException)
        {
            throw new SettingException($"Console:Url: cannot listen on `{options.Url}` ({Reason(fault)}).", fault);
        }

        await output.WriteLineAsync(string.Join(Environment.NewLine, StartupText.Console(app.Services, options, app.Urls)));
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private static string Reason(Exception fault) => fault.InnerException is { } inner ? Reason(inner) : fault.Message.TrimEnd('.');
}
