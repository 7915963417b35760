using System.CommandLine;

namespace Mrap.Web.Commands;

/// <summary>The command <c>policy test FILE...</c>: policy unit tests for people's own pipelines. It starts no host.</summary>
internal static class PolicyTestCommand
{
    private const string Text = """
        Decides every case of the files and prints those whose answer differs from the expected one, with the explanation.

        A file holds one case a line, as JSON (docs/policy.md says how cases are written); - is standard input.
        The last line is `cases: N passed, N failed`. Exit code 0 when all pass, otherwise 1.
        """;

    /// <summary>Makes it.</summary>
    /// <param name="files">Opens the files.</param>
    public static Command Create(CaseFiles files)
    {
        var names = new Argument<string[]>("FILE")
        {
            Description = "Files of cases, or - for standard input. -- before the files ends options.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("test", Text) { names };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(names),
            new PolicyTestRun(files, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] names, PolicyTestRun run, CancellationToken cancellationToken)
    {
        foreach (var name in names)
        {
            await run.TestAsync(name, cancellationToken);
        }

        await run.SumUpAsync();
        return run.IsGood ? ExitCode.Good : ExitCode.Failed;
    }
}
