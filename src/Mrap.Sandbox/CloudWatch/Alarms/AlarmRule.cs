namespace Mrap.Sandbox.CloudWatch.Alarms;

/// <summary>When an alarm goes off (Amazon CloudWatch User Guide, "Evaluating an alarm").</summary>
/// <param name="Period">The seconds of a period.</param>
/// <param name="EvaluationPeriods">How many of the newest periods count.</param>
/// <param name="DatapointsToAlarm">How many of them must be outside of the threshold.</param>
/// <param name="ComparisonOperator">How a value is held against the threshold.</param>
/// <param name="TreatMissingData"><c>missing</c>, <c>ignore</c>, <c>breaching</c> or <c>notBreaching</c>.</param>
internal sealed record AlarmRule(
    int Period, int EvaluationPeriods, int DatapointsToAlarm, string ComparisonOperator, double Threshold, string TreatMissingData)
{
    /// <summary>How many periods more are looked at, so that values that are missing have older ones in their place.</summary>
    public const int Extra = 2;

    /// <summary>The state that values lead to.</summary>
    /// <param name="values">The values of the newest periods, the oldest first; null for one that is missing.</param>
    /// <param name="current">The state so far.</param>
    public string Evaluate(IReadOnlyList<double?> values, string current)
    {
        var known = values.OfType<double>().TakeLast(EvaluationPeriods).ToList();
        var breaching = known.Count(IsBreaching);
        if (known.Count == EvaluationPeriods)
        {
            return breaching >= DatapointsToAlarm ? AlarmState.Alarm : AlarmState.Ok;
        }

        var missing = EvaluationPeriods - known.Count;
        return TreatMissingData switch
        {
            "breaching" => breaching + missing >= DatapointsToAlarm ? AlarmState.Alarm : AlarmState.Ok,
            "notBreaching" => breaching >= DatapointsToAlarm ? AlarmState.Alarm : AlarmState.Ok,
            _ when breaching >= DatapointsToAlarm => AlarmState.Alarm,
            "ignore" => current,
            _ when known.Count == 0 => AlarmState.InsufficientData,
            _ when breaching < known.Count => AlarmState.Ok,

            // An alarm is not raised early: what is known must reach as far back as it takes values to raise it.
            _ => AgeOfOldest(values) >= DatapointsToAlarm ? AlarmState.Alarm : current,
        };
    }

    /// <summary>Whether a value is outside of the threshold.</summary>
    public bool IsBreaching(double value) => ComparisonOperator switch
    {
        "GreaterThanOrEqualToThreshold" => value >= Threshold,
        "GreaterThanThreshold" => value > Threshold,
        "LessThanThreshold" => value < Threshold,
        "LessThanOrEqualToThreshold" => value <= Threshold,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static int AgeOfOldest(IReadOnlyList<double?> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not null)
            {
                return values.Count - i;
            }
        }

        return 0;
    }
}
