using System.CommandLine;
using System.CommandLine.Help;

namespace Mrap.Web.Commands;

/// <summary>The command without a word, which runs the console, and what stands under it.</summary>
internal static class MrapCommand
{
    private const string Text = """
        Runs the console, with the embedded sandbox behind it, until Ctrl-C.

        Any setting of appsettings.json can follow, as in `--Console:Url=http://localhost:6080 --Sandbox:HttpPort=6081`.
        """;

    /// <summary>Makes it.</summary>
    /// <param name="targets">What commands start and read.</param>
    /// <param name="settings">The settings found on the command line.</param>
    public static Command Create(CommandTargets targets, string[] settings)
    {
        var command = new Command("mrap", Text)
        {
            new HelpOption(),
            new VersionOption(),
            SandboxCommand.Create(targets, settings),
            PolicyCommand.Create(targets),
            DrillCommand.Create(targets),
        };
        command.SetAction((parsed, cancellationToken) =>
            targets.Console(settings, parsed.InvocationConfiguration.Output, cancellationToken));
        return command;
    }
}
