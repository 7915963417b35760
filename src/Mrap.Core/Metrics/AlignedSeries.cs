using System.Collections.Immutable;

namespace Mrap.Core.Metrics;

/// <summary>Values over time, one for each period of a window; a gap where nothing is known.</summary>
public sealed record AlignedSeries
{
    /// <summary>Lays values on a window.</summary>
    /// <param name="id">What it is of, unique among those that are shown together and the same at each reading.</param>
    /// <param name="values">The values; null for a gap. As many as the window has periods.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than periods.</exception>
    public AlignedSeries(string id, MetricUnit unit, MetricWindow window, ImmutableArray<double?> values)
    {
        if (values.Length != window.Count)
        {
            throw new ArgumentException($"{values.Length} values for {window.Count} periods", nameof(values));
        }

        (Id, Unit, Window, Values) = (id, unit, window, values);
    }

    /// <summary>What it is of.</summary>
    public string Id { get; }

    /// <summary>What its values are.</summary>
    public MetricUnit Unit { get; }

    /// <summary>The periods.</summary>
    public MetricWindow Window { get; }

    /// <summary>A value for each period; null for a gap.</summary>
    public ImmutableArray<double?> Values { get; }

    /// <summary>Whether there is no value at all.</summary>
    public bool IsEmpty => Values.All(value => value is null);

    /// <summary>The sum of its values; null when it has none.</summary>
    public double? Total => IsEmpty ? null : Values.Sum();

    /// <summary>Its greatest value; null when it has none.</summary>
    public double? Highest => Values.Max();

    /// <summary>Its latest value; null when it has none.</summary>
    public double? Latest => Values.LastOrDefault(value => value is not null);

    /// <summary>A series without values.</summary>
    /// <param name="id">What it is of.</param>
    /// <returns>The series.</returns>
    public static AlignedSeries Empty(string id, MetricUnit unit, MetricWindow window) =>
        new(id, unit, window, [.. Enumerable.Repeat<double?>(null, window.Count)]);

    /// <summary>Lays points on a window: what is outside of it is left out, and of two points in a period the later one counts.</summary>
    /// <param name="id">What it is of.</param>
    /// <param name="points">The points, in any order.</param>
    /// <returns>The series.</returns>
    public static AlignedSeries Align(
        string id, MetricUnit unit, MetricWindow window, IEnumerable<KeyValuePair<DateTimeOffset, double>> points)
    {
        var values = new double?[window.Count];
        foreach (var (at, value) in points.OrderBy(point => point.Key))
        {
            if (window.IndexOf(at) is { } index)
            {
                values[index] = value;
            }
        }

        return new AlignedSeries(id, unit, window, ImmutableArray.Create(values));
    }

    /// <summary>The same series under another id.</summary>
    /// <param name="id">What it is of.</param>
    /// <returns>The series.</returns>
    public AlignedSeries Named(string id) => new(id, Unit, Window, Values);

    /// <summary>The same series with zeros in its gaps, for what is not published while there is nothing to count.</summary>
    /// <returns>The series; itself when it has no gap.</returns>
    public AlignedSeries WithZeros() =>
        Values.Any(value => value is null) ? new(Id, Unit, Window, [.. Values.Select(value => value ?? 0d)]) : this;

    /// <summary>Whether both have the same values at the same times.</summary>
    public bool Equals(AlignedSeries? other) =>
        other is not null
        && (Id, Unit) == (other.Id, other.Unit)
        && Window.IsAlignedWith(other.Window)
        && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Unit, Window.From, Window.To, Window.Period);
}
