using System.Runtime.InteropServices;
using System.Text;
using Mrap.Aws.Drills;
using Mrap.Aws.Faults;
using Mrap.Core.Drills;
using Mrap.Core.Drills.Reports;

namespace Mrap.Web.Commands;

/// <summary>Runs the drill of a file and writes its report.</summary>
internal static class DrillRunner
{
    /// <summary>Where a sandbox answers unless its settings say otherwise.</summary>
    public const string UsualUrl = "http://localhost:5081";

    /// <summary>Runs it.</summary>
    /// <param name="options">What stands on the command line.</param>
    /// <param name="files">Opens the file.</param>
    /// <param name="output">Where the report goes.</param>
    /// <param name="errors">Where faults go, and how far it is.</param>
    /// <param name="cancellationToken">Stops the drill as Ctrl-C does.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        DrillRunOptions options, CaseFiles files, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var (yaml, unread) = await ReadAsync(options.File, files, cancellationToken);
        if (yaml is null)
        {
            await errors.WriteLineAsync($"{options.File}: {unread}.");
            return ExitCode.Misused;
        }

        if (DrillSandbox.PortOf(options.Url) is not { } port)
        {
            await errors.WriteLineAsync("--url: must be the HTTP address of a sandbox on this machine, as in `http://localhost:5081`.");
            return ExitCode.Misused;
        }

        // what is wrong with the file is told without a sandbox
        if (DrillFile.Read(yaml) is { Plan: null } faulty)
        {
            return await TellAsync(options.File, faulty, errors);
        }

        await using var services = await DrillSandbox.ConnectAsync(port, cancellationToken);
        if (services is null)
        {
            await errors.WriteLineAsync($"--url: no sandbox answers at {options.Url}.");
            return ExitCode.Failed;
        }

        var prepared = await services.GetRequiredService<PrepareDrill>().ExecuteAsync(yaml, cancellationToken);
        if (!prepared.TryGet(out var result, out var fault))
        {
            await errors.WriteLineAsync(Sentence(fault));
            return ExitCode.Failed;
        }

        return result.Plan is { } plan
            ? await RunAsync(plan, services, options, files, output, errors, cancellationToken)
            : await TellAsync(options.File, result, errors);
    }

    private static async Task<int> RunAsync(
        DrillPlan plan, ServiceProvider services, DrillRunOptions options, CaseFiles files, TextWriter output,
        TextWriter errors, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var progress = new DrillProgressText(plan, errors);
        var outcome = await scope.ServiceProvider.GetRequiredService<RunDrill>().ExecuteAsync(plan, progress.Tell, stop.Token);
        if (!outcome.TryGet(out var run, out var refusal))
        {
            await errors.WriteLineAsync(Sentence(refusal));
            return ExitCode.Failed;
        }

        foreach (var fault in run.Faults)
        {
            await errors.WriteLineAsync(Sentence(fault));
        }

        return await WriteAsync(run, options, files, output, errors) && run.Report.Passed ? ExitCode.Good : ExitCode.Failed;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<bool> WriteAsync(
        DrillRun run, DrillRunOptions options, CaseFiles files, TextWriter output, TextWriter errors)
    {
        var markdown = DrillReportMarkdown.Write(run.Report);
        await output.WriteAsync(options.IsJson ? DrillReportJson.Write(run.Report) + "\n" : markdown);
        if (options.Markdown is not { } path)
        {
            return true;
        }

        try
        {
            await File.WriteAllTextAsync(files.PathToWrite(path), markdown, CancellationToken.None);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await errors.WriteLineAsync($"{path}: cannot be written ({fault.Message.TrimEnd('.')}).");
            return false;
        }
    }

    private static async Task<int> TellAsync(string file, DrillFileResult result, TextWriter errors)
    {
        foreach (var fault in result.Faults)
        {
            await errors.WriteLineAsync($"{file}:{fault.Line}: {fault.Text}");
        }

        return ExitCode.Misused;
    }

    private static async Task<(string? Text, string? Fault)> ReadAsync(
        string name, CaseFiles files, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = files.Open(name);
            var bytes = new byte[DrillFile.MaxBytes + 1];
            var count = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return count > DrillFile.MaxBytes
                ? (null, "is larger than 256 KiB")
                : (new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 0, count), null);
        }
        catch (Exception fault) when (FileFault.Explain(fault) is { } reason)
        {
            return (null, reason);
        }
    }

    private static string Sentence(AwsFault fault) => $"{fault.WhatHappened} {fault.Why} {fault.WhatToDo}";
}
