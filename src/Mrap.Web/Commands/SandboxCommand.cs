using System.CommandLine;

namespace Mrap.Web.Commands;

/// <summary>The command <c>sandbox</c>.</summary>
internal static class SandboxCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "sandbox";

    private const string Text = """
        Runs the sandbox alone until Ctrl-C.

        Any setting of its section can follow, as in `--Sandbox:HttpPort=6081`.
        """;

    /// <summary>Makes it.</summary>
    /// <param name="targets">What commands start and read.</param>
    /// <param name="settings">The settings found on the command line.</param>
    public static Command Create(CommandTargets targets, string[] settings)
    {
        var command = new Command(Name, Text);
        command.SetAction((parsed, cancellationToken) =>
            targets.Sandbox(settings, parsed.InvocationConfiguration.Output, cancellationToken));
        return command;
    }
}
