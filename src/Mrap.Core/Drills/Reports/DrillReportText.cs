using System.Globalization;

namespace Mrap.Core.Drills.Reports;

/// <summary>The words and figures of a report as people read them.</summary>
public static class DrillReportText
{
    /// <summary>A stage.</summary>
    /// <returns>Such as <c>during</c>.</returns>
    public static string Of(DrillStage stage) => stage switch
    {
        DrillStage.Before => "before",
        DrillStage.During => "during",
        DrillStage.After => "after",
    };

    /// <summary>What an objective asks for.</summary>
    /// <returns>Such as <c>errors over all phases</c>.</returns>
    public static string Of(DrillVerdict verdict) => verdict.Kind switch
    {
        DrillObjectiveKind.Recovery => "time to recover",
        DrillObjectiveKind.Errors => "errors over all phases",
        DrillObjectiveKind.PhaseErrors => $"errors in phase {verdict.Phase}",
        DrillObjectiveKind.LostWrites => "acknowledged writes lost",
        DrillObjectiveKind.P95During => "p95 latency during",
    };

    /// <summary>The unit of an objective.</summary>
    public static DrillUnit UnitOf(DrillObjectiveKind kind) => kind switch
    {
        DrillObjectiveKind.Recovery => DrillUnit.Seconds,
        DrillObjectiveKind.Errors or DrillObjectiveKind.PhaseErrors => DrillUnit.Share,
        DrillObjectiveKind.LostWrites => DrillUnit.Count,
        DrillObjectiveKind.P95During => DrillUnit.Milliseconds,
    };

    /// <summary>A figure with its unit.</summary>
    /// <returns>Such as <c>1.5 s</c>, <c>2.1%</c> or <c>1,234</c>.</returns>
    public static string Format(double value, DrillUnit unit) => unit switch
    {
        DrillUnit.Count => string.Create(CultureInfo.InvariantCulture, $"{value:#,0}"),
        // what is above 0 is never printed as 0%
        DrillUnit.Share when value is > 0 and < 0.00005 => "below 0.01%",
        DrillUnit.Share => string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.##}%"),
        DrillUnit.Seconds => string.Create(CultureInfo.InvariantCulture, $"{value:#,0.0##} s"),
        DrillUnit.Milliseconds => string.Create(CultureInfo.InvariantCulture, $"{value:#,0.#} ms"),
    };
}
