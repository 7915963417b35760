using System.Collections.Immutable;
using Mrap.Aws.Faults;
using Mrap.Core.Drills;
using Mrap.Core.Drills.Reports;

namespace Mrap.Aws.Drills;

/// <summary>One drill, from its traffic's first request to its report.</summary>
internal sealed class DrillExecution(
    DrillPlan plan, DrillStart start, DrillTrafficFeed traffic, DrillActions actions, AuditKeys audit, TimeProvider time)
{
    private const int MaxUnread = 10;
    private const int MaxRestores = 3;

    private static readonly TimeSpan s_beat = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_slack = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_endPatience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_auditPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_shortPatience = TimeSpan.FromSeconds(15);

    private readonly List<DrillPhaseSpan> _spans = [];
    private readonly List<AwsFault> _faults = [];
    private DateTimeOffset _startedAt;
    private TimeSpan _head;
    private long _begun;
    private bool _wasStopped;
    private bool _isBrokenOff;
    private bool _isOthers;

    /// <summary>Told how far it is.</summary>
    public required Action<DrillProgress> Progress { get; init; }

    private TimeSpan Elapsed => _head + time.GetElapsedTime(_begun);

    /// <summary>Runs it.</summary>
    /// <param name="stop">Breaks it off.</param>
    public async Task<Outcome<DrillRun>> RunAsync(CancellationToken stop)
    {
        try
        {
            if (await BeginAsync(stop) is { } refusal)
            {
                return refusal;
            }

            await RunPhasesAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            _wasStopped = true;
        }
        finally
        {
            await EndAsync();
        }

        return await ReportAsync(stop);
    }

    private async Task<AwsFault?> BeginAsync(CancellationToken stop)
    {
        var prefix = $"drill-{Guid.NewGuid().ToString("N")[..8]}/";
        _begun = time.GetTimestamp();
        if (await traffic.StartAsync(plan, prefix, plan.Duration + s_slack, stop) is { } refusal)
        {
            // what was refused did not begin: what runs there is somebody else's
            _isOthers = refusal.Code == ConsoleFaultCodes.Invalid;
            return refusal;
        }

        // requests are told from the start of the traffic, which lies between asking for it and seeing it
        var asked = _begun;
        _begun = time.GetTimestamp();
        _startedAt = time.GetUtcNow();
        var head = _startedAt - traffic.StartedAt;
        var most = time.GetElapsedTime(asked, _begun);
        _head = head < TimeSpan.Zero || head > most ? TimeSpan.Zero : head;
        return null;
    }

    private async Task RunPhasesAsync(CancellationToken stop)
    {
        foreach (var phase in plan.Phases)
        {
            var begun = _spans.Count == 0 ? TimeSpan.Zero : _spans[^1].End;
            _spans.Add(new DrillPhaseSpan(phase.Name, begun, begun, ActionApplied: null));
            Tell(DrillStep.Running);
            try
            {
                await ApplyAsync(phase, stop);
                await WatchAsync(begun + phase.Duration, stop);
            }
            finally
            {
                _spans[^1] = _spans[^1] with { End = Elapsed };
            }

            if (_isBrokenOff)
            {
                return;
            }
        }
    }

    // What is under way is waited for: a change that was given up could still be made after everything was put back.
    private async Task ApplyAsync(DrillPhase phase, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var patience = new CancellationTokenSource(s_endPatience, time);
        try
        {
            var faults = await actions.ApplyAsync(start, phase.Action, patience.Token);
            _faults.AddRange(faults);
            if (faults.IsEmpty && phase.Action is not DrillAction.None)
            {
                _spans[^1] = _spans[^1] with { ActionApplied = Elapsed };
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            _faults.Add(DrillFaults.NotApplied(phase.Name));
        }
    }

    private async Task WatchAsync(TimeSpan end, CancellationToken stop)
    {
        for (var unread = 0; Elapsed < end && !_isBrokenOff;)
        {
            var rest = end - Elapsed;
            await Task.Delay(rest < s_beat ? rest : s_beat, time, stop);
            var fault = await traffic.ReadAsync(stop);
            unread = fault is null ? 0 : unread + 1;
            if (fault is null ? !traffic.IsRunning : unread == MaxUnread)
            {
                _isBrokenOff = true;
                _faults.Add(fault ?? DrillFaults.TrafficEnded);
            }

            Tell(DrillStep.Running);
        }
    }

    private async Task EndAsync()
    {
        Tell(DrillStep.Restoring);
        using var patience = new CancellationTokenSource(s_endPatience, time);
        try
        {
            if (_isOthers)
            {
                return;
            }

            await traffic.StopAsync(patience.Token);
            await RestoreAsync(patience.Token);
            await DrainAsync(patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            _faults.Add(DrillFaults.NotRestored);
        }
    }

    private async Task RestoreAsync(CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var faults = await actions.RestoreAsync(start, cancellationToken);
            if (faults.IsEmpty || tries == MaxRestores)
            {
                _faults.AddRange(faults);
                return;
            }

            await Task.Delay(s_pause, time, cancellationToken);
        }
    }

    // requests that were under way when the traffic was stopped end within their own patience
    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < MaxUnread; i++)
        {
            var before = traffic.Samples.Count;
            var fault = await traffic.ReadAsync(cancellationToken);
            if (fault is null && !traffic.IsRunning && traffic.Samples.Count == before)
            {
                return;
            }

            await Task.Delay(s_beat, time, cancellationToken);
        }
    }

    private async Task<DrillRun> ReportAsync(CancellationToken stop)
    {
        var end = _spans.Count == 0 ? TimeSpan.Zero : _spans[^1].End;
        var samples = traffic.Samples.Where(sample => sample.Offset < end).ToImmutableArray();
        var audited = await AuditAsync(samples, stop);
        var timeline = new DrillTimeline
        {
            Phases = [.. _spans],
            Samples = samples,
            SeededKeys = traffic.SeededKeys,
            Audit = audited,
            IsBrokenOff = _isBrokenOff || _wasStopped,
        };
        return new DrillRun(plan, _startedAt, timeline, DrillReport.Of(plan, timeline), [.. _faults], _wasStopped);
    }

    private async Task<ImmutableArray<DrillAuditedKey>?> AuditAsync(ImmutableArray<DrillSample> samples, CancellationToken stop)
    {
        Tell(DrillStep.Auditing);
        ImmutableArray<string> keys =
            [.. samples.Where(sample => sample.Method == DrillMethod.Write).Select(sample => sample.Key).Distinct(StringComparer.Ordinal)];
        try
        {
            // a drill that was stopped tells what it saw all the same, but nobody waits long for it
            var outcome = await audit.ExecuteAsync(
                start.AccessPoint, keys, _wasStopped ? s_shortPatience : s_auditPatience, _wasStopped ? CancellationToken.None : stop);
            if (outcome.TryGet(out var found, out var fault))
            {
                return found;
            }

            _faults.Add(fault);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            _wasStopped = true;
        }

        return null;
    }

    private void Tell(DrillStep step) =>
        Progress(new DrillProgress(step, _spans.Count - 1, Elapsed, traffic.Samples.Count, traffic.Errors));
}
