using System.Collections.Immutable;

namespace Mrap.Sandbox.CloudWatch.Alarms;

/// <summary>An alarm as it is stored.</summary>
internal sealed record MetricAlarm
{
    private const int MaxHistory = 100;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What somebody says about it.</summary>
    public string? Description { get; init; }

    /// <summary>Whether its actions would be carried out; the sandbox keeps them and carries none out.</summary>
    public bool ActionsEnabled { get; init; } = true;

    /// <summary>The actions on <c>OK</c>.</summary>
    public ImmutableArray<string> OkActions { get; init; } = [];

    /// <summary>The actions on <c>ALARM</c>.</summary>
    public ImmutableArray<string> AlarmActions { get; init; } = [];

    /// <summary>The actions on <c>INSUFFICIENT_DATA</c>.</summary>
    public ImmutableArray<string> InsufficientDataActions { get; init; } = [];

    /// <summary>What is watched; exactly one of them returns data.</summary>
    public required ImmutableArray<AlarmQuery> Queries { get; init; }

    /// <summary>Whether it was put with <c>Metrics</c>, not with a single metric.</summary>
    public bool IsMath { get; init; }

    /// <summary>When it goes off.</summary>
    public required AlarmRule Rule { get; init; }

    /// <summary>Whether few samples count for percentiles; null when it was not said.</summary>
    public string? EvaluateLowSampleCountPercentile { get; init; }

    /// <summary>How missing data were said to be treated; null when it was not said.</summary>
    public string? TreatMissingData { get; init; }

    /// <summary>How many values must be outside; null when it was not said.</summary>
    public int? DatapointsToAlarm { get; init; }

    /// <summary>When it was put.</summary>
    public required DateTimeOffset Configured { get; init; }

    /// <summary>The state.</summary>
    public string State { get; init; } = AlarmState.InsufficientData;

    /// <summary>Why it is in that state.</summary>
    public string StateReason { get; init; } = "Unchecked: Initial alarm creation";

    /// <summary>The same for programs; null for none.</summary>
    public string? StateReasonData { get; init; }

    /// <summary>When the state or its reason was last set.</summary>
    public required DateTimeOffset StateUpdated { get; init; }

    /// <summary>When the state last became another.</summary>
    public required DateTimeOffset StateChanged { get; init; }

    /// <summary>What happened to it, newest first; the oldest are dropped.</summary>
    public ImmutableArray<AlarmHistoryItem> History { get; init; } = [];

    /// <summary>The alarm in a state.</summary>
    public MetricAlarm With(string state, string reason, string? reasonData, DateTimeOffset now)
    {
        var changed = this with { State = state, StateReason = reason, StateReasonData = reasonData, StateUpdated = now };
        return state == State
            ? changed
            : (changed with { StateChanged = now }).Noting(now, "StateUpdate", $"Alarm updated from {State} to {state}");
    }

    /// <summary>The alarm with something more in its history.</summary>
    public MetricAlarm Noting(DateTimeOffset at, string type, string summary) =>
        this with { History = [new AlarmHistoryItem(at, type, summary), .. History.Take(MaxHistory - 1)] };

    /// <summary>Its ARN.</summary>
    public static string Arn(string region, string account, string name) => $"arn:aws:cloudwatch:{region}:{account}:alarm:{name}";
}
