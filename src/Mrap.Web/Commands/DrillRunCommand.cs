using System.CommandLine;

namespace Mrap.Web.Commands;

/// <summary>The command <c>drill run FILE</c>: a game day in a pipeline. It starts no host.</summary>
internal static class DrillRunCommand
{
    private const string Text = """
        Runs a drill against a sandbox that is running, and puts everything back at the end, also after Ctrl-C.

        The file is YAML (docs/drills/README.md says how it is written); - is standard input. How far it is goes to standard
        error, the report to standard output, as Markdown unless --json is given.
        Exit code 0 when the drill was run to its end and every objective holds, 1 when not, 2 when the file is no drill.
        """;

    /// <summary>Makes it.</summary>
    /// <param name="files">Opens the file.</param>
    public static Command Create(CaseFiles files)
    {
        var name = new Argument<string>("FILE") { Description = "The drill, or - for standard input.", Arity = ArgumentArity.ExactlyOne };
        var json = new Option<bool>("--json") { Description = "Write the report as JSON." };
        var markdown = new Option<string>("--markdown")
        {
            Description = "Write the report as Markdown to this file too.",
            HelpName = "FILE",
        };
        var url = new Option<string>("--url")
        {
            Description = "Where the sandbox answers on this machine.",
            HelpName = "URL",
            DefaultValueFactory = _ => DrillRunner.UsualUrl,
        };
        var command = new Command("run", Text) { name, json, markdown, url };
        command.SetAction((parsed, cancellationToken) => DrillRunner.RunAsync(
            new DrillRunOptions(
                parsed.GetRequiredValue(name), parsed.GetValue(json), parsed.GetValue(markdown), parsed.GetRequiredValue(url)),
            files,
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellationToken));
        return command;
    }
}
