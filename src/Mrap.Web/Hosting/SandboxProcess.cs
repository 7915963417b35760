namespace Mrap.Web.Hosting;

/// <summary>The process that runs the sandbox alone.</summary>
public static class SandboxProcess
{
    /// <summary>Runs it until it is stopped.</summary>
    /// <param name="settings">Settings in the forms that ASP.NET Core reads from a command line.</param>
    /// <param name="output">Where the addresses go once it is ready.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RunAsync(string[] settings, TextWriter output, CancellationToken cancellationToken)
    {
        using var host = SandboxOnlyHost.Build(settings);
        await host.StartAsync(cancellationToken);
        await output.WriteLineAsync(string.Join(Environment.NewLine, StartupText.Sandbox(host.Services)));
        await host.WaitForShutdownAsync(cancellationToken);
    }
}
