using System.CommandLine;
using Mrap.Web.Hosting;

namespace Mrap.Web.Commands;

/// <summary>
/// The command line of the product. Words are commands, <c>--Section:Key=value</c> are settings of the servers, and anything else is
/// an error: a mistyped word never starts a server.
/// </summary>
/// <param name="targets">What commands start and read.</param>
/// <param name="output">Where results go.</param>
/// <param name="errors">Where faults go, one sentence each.</param>
internal sealed class CommandLine(CommandTargets targets, TextWriter output, TextWriter errors)
{
    // A file may be called `@cases.jsonl`.
    private static readonly ParserConfiguration s_parsing = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>That of the process.</summary>
    public static CommandLine OfProcess() => new(CommandTargets.OfProcess(), Console.Out, Console.Error);

    /// <summary>Runs the command until it ends or is stopped.</summary>
    /// <param name="arguments">What the process was started with.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var split = SettingArguments.Split(arguments);
        var parsed = MrapCommand.Create(targets, split.Settings).Parse(split.Words, s_parsing);
        if ((split.Fault ?? UsageFault.Of(parsed, split.Settings)) is { } misuse)
        {
            await errors.WriteLineAsync(misuse);
            return ExitCode.Misused;
        }

        try
        {
            // Servers stop by themselves on Ctrl-C and SIGTERM; the library would end the process under them.
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = errors,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                cancellationToken);
        }
        catch (Exception fault) when (StartFault.Explain(fault) is { } sentence)
        {
            await errors.WriteLineAsync(sentence);
            return ExitCode.Failed;
        }
    }
}
