namespace Mrap.Web.Commands;

/// <summary>The command `policy test FILE...`: policy unit tests for people's own pipelines.</summary>
internal static class PolicyTestCommand
{
    private const int Good = 0;
    private const int Bad = 1;

    private const string Usage = """
        Usage: policy test FILE...

        Decides every case of the files and prints those whose answer differs from the expected one, with the explanation.
        A file holds one case a line, as JSON (docs/policy.md says how cases are written); - is standard input.
        The last line is `cases: N passed, N failed`. Exit code 0 when all pass, otherwise 1.
        """;

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">What follows `policy` on the command line.</param>
    /// <param name="files">Opens the files.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="errors">Where faults of the command line and of files go.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        string[] arguments, CaseFiles files, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (arguments is ["--help" or "-h" or "help", ..] or ["test", "--help" or "-h", ..])
        {
            await output.WriteLineAsync(Usage);
            return Good;
        }

        if (Names(arguments, out var fault) is not { } names)
        {
            await errors.WriteLineAsync(fault);
            return Bad;
        }

        var run = new PolicyTestRun(files, output, errors);
        foreach (var name in names)
        {
            await run.TestAsync(name, cancellationToken);
        }

        await run.SumUpAsync();
        return run.IsGood ? Good : Bad;
    }

    private static string[]? Names(string[] arguments, out string? fault)
    {
        var (names, rest) = arguments switch
        {
            ["test", "--", .. var all] => (all, []),
            ["test", .. var all] => (all, all),
            _ => ([], Array.Empty<string>()),
        };
        var option = Array.Find(rest, name => name.Length > 1 && name[0] == '-');
        fault = arguments is [] ? "policy: say which command: `policy test FILE...`."
            : arguments[0] != "test" ? $"policy: there is no command `{arguments[0]}`; there is `policy test FILE...`."
            : option is not null ? $"policy test: there is no option `{option}`; `--` before the files ends options."
            : names.Length == 0 ? "policy test: name at least one file of cases, or `-` for standard input."
            : null;
        return fault is null ? names : null;
    }
}
