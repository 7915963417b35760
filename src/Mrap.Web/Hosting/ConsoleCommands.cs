using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Mrap.Sandbox.Configuration;
using Mrap.Web.Commands;
using Mrap.Web.Configuration;

namespace Mrap.Web.Hosting;

/// <summary>The commands of the process.</summary>
public static class ConsoleCommands
{
    private const string SandboxAlone = "sandbox";
    private const string Policy = "policy";
    private const int Failed = 1;

    /// <summary>Runs the command until it ends or is stopped. Returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            switch (args)
            {
                case [Policy, .. var rest]:
                    return await RunPolicyAsync(rest);
                case [SandboxAlone, .. var rest]:
                    await RunSandboxAsync(rest);
                    return 0;
                default:
                    await RunConsoleAsync(args);
                    return 0;
            }
        }
        catch (Exception fault) when (Explain(fault) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return Failed;
        }
    }

    // Without a host: the command starts as fast as the process does.
    private static Task<int> RunPolicyAsync(string[] args)
    {
        var files = new CaseFiles(Console.OpenStandardInput, Environment.GetEnvironmentVariable("PWD"));
        return PolicyTestCommand.RunAsync(args, files, Console.Out, Console.Error, CancellationToken.None);
    }

    private static async Task RunSandboxAsync(string[] args)
    {
        using var host = SandboxOnlyHost.Build(args);
        await host.StartAsync(CancellationToken.None);
        await PrintAsync(StartupText.Sandbox(host.Services));
        await host.WaitForShutdownAsync(CancellationToken.None);
    }

    private static async Task RunConsoleAsync(string[] args)
    {
        await using var app = ConsoleHost.Build(args);
        var options = app.Services.GetRequiredService<IOptions<ConsoleOptions>>().Value;
        DataDirectory.Prepare(app.Configuration);
        app.Urls.Clear();
        app.Urls.Add(options.Url);
        try
        {
            await app.StartAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is IOException or SocketException or UnauthorizedAccessException)
        {
            throw new SettingException($"Console:Url: cannot listen on `{options.Url}` ({Reason(fault)}).", fault);
        }

        await PrintAsync(StartupText.Console(app.Services, options, app.Urls));
        await app.WaitForShutdownAsync(CancellationToken.None);
    }

    private static Task PrintAsync(IEnumerable<string> lines) => Console.Out.WriteLineAsync(string.Join(Environment.NewLine, lines));

    private static string? Explain(Exception fault) => fault switch
    {
        SettingException or SandboxStartException => fault.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        _ => null,
    };

    private static string Reason(Exception fault) => fault.InnerException is { } inner ? Reason(inner) : fault.Message.TrimEnd('.');
}
