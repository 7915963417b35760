using System.Globalization;
using Mrap.Policy.Cases;

namespace Mrap.Web.Commands;

/// <summary>Works out the cases of files one after the other, tells of those that differ, and counts.</summary>
internal sealed class PolicyTestRun(CaseFiles files, TextWriter output, TextWriter errors)
{
    private int _passed;
    private int _failed;
    private bool _isComplete = true;

    /// <summary>Whether every file was read to its end and every case has the expected answer.</summary>
    public bool IsGood => _isComplete && _failed == 0;

    /// <summary>Works out the cases of one file. A file that cannot be read is told of, and the run goes on.</summary>
    /// <param name="name">The file as named on the command line, or `-` for standard input.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task TestAsync(string name, CancellationToken cancellationToken)
    {
        var line = 0;
        var cases = 0;
        try
        {
            await using var stream = files.Open(name);
            await foreach (var text in CaseLines.ReadAsync(stream, cancellationToken))
            {
                line++;
                if (!string.IsNullOrWhiteSpace(text))
                {
                    cases++;
                    await TestAsync(string.Create(CultureInfo.InvariantCulture, $"{name}:{line}"), text);
                }
            }

            if (cases == 0)
            {
                await errors.WriteLineAsync($"{name}: there is no case in it.");
            }
        }
        catch (Exception fault) when (FileFault.Explain(fault) is { } reason)
        {
            _isComplete = false;
            var place = line == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}: after line {line}");
            await errors.WriteLineAsync($"{place}: {reason}.");
        }
    }

    /// <summary>Tells how many passed and failed.</summary>
    public Task SumUpAsync() =>
        output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"cases: {_passed} passed, {_failed} failed"));

    private async Task TestAsync(string place, string text)
    {
        var outcome = PolicyCaseReader.Read(text);
        if (outcome.Case is not { } read)
        {
            _failed++;
            await output.WriteLineAsync($"{place}: not a case: {outcome.Fault}");
            return;
        }

        if (read.Passes())
        {
            _passed++;
            return;
        }

        _failed++;
        await output.WriteLineAsync($"{place}: {Title(read)}expected {read.Expected}, answer {read.Answer()}");
        foreach (var reason in read.Explain())
        {
            await output.WriteLineAsync("    " + reason);
        }
    }

    private static string Title(PolicyCase read) => (read.Id, read.Name) switch
    {
        ("", "") => "",
        (var id, "") => OneLine(id) + ": ",
        ("", var name) => OneLine(name) + ": ",
        var (id, name) => $"{OneLine(id)} ({OneLine(name)}): ",
    };

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
