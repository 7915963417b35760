using System.Collections.Immutable;

namespace Mrap.Web.Components.Charts;

/// <summary>What a chart shows: series over the same steps of time, whatever draws them.</summary>
public sealed record Plot
{
    /// <param name="start">The begin of the first step.</param>
    /// <param name="step">How long a step is; more than nothing.</param>
    /// <param name="series">The series, all of the same number of values.</param>
    /// <exception cref="ArgumentException">The step is none, or the series have different numbers of values.</exception>
    public Plot(PlotForm form, PlotUnit unit, DateTimeOffset start, TimeSpan step, ImmutableArray<PlotSeries> series)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        Count = series.IsEmpty ? 0 : series[0].Values.Length;
        if (series.Any(one => one.Values.Length != Count))
        {
            throw new ArgumentException("the series have different numbers of values", nameof(series));
        }

        (Form, Unit, Start, Step, Series) = (form, unit, start, step, series);
    }

    public PlotForm Form { get; }

    public PlotUnit Unit { get; }

    /// <summary>The begin of the first step.</summary>
    public DateTimeOffset Start { get; }

    public TimeSpan Step { get; }

    public ImmutableArray<PlotSeries> Series { get; }

    /// <summary>What happened meanwhile; marks outside of the time are not shown.</summary>
    public ImmutableArray<PlotMark> Marks { get; init; } = [];

    /// <summary>Whether times are told as time since <see cref="Start"/>.</summary>
    public bool IsElapsed { get; init; }

    /// <summary>How many steps there are.</summary>
    public int Count { get; }

    /// <summary>The end of the last step.</summary>
    public DateTimeOffset End => At(Count);

    /// <summary>Whether no series has a value.</summary>
    public bool IsEmpty => Series.All(series => series.Most is null);

    /// <summary>When a step begins.</summary>
    /// <param name="index">Which, from 0.</param>
    public DateTimeOffset At(int index) => Start + (index * Step);

    /// <summary>Where a time stands between start and end, 0 to 1.</summary>
    public double Place(DateTimeOffset time) => Count == 0 ? 0 : Math.Clamp((time - Start) / (End - Start), 0, 1);
}
