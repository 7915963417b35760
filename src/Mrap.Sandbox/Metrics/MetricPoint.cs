namespace Mrap.Sandbox.Metrics;

/// <summary>What was measured in one period.</summary>
internal sealed class MetricPoint
{
    /// <summary>How many values.</summary>
    public double Count { get; private set; }

    /// <summary>Their sum.</summary>
    public double Sum { get; private set; }

    /// <summary>The smallest.</summary>
    public double Minimum { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest.</summary>
    public double Maximum { get; private set; } = double.NegativeInfinity;

    /// <summary>How the values are spread; null when all are the same, or when that is not known.</summary>
    public ValueDigest? Digest { get; private set; }

    /// <summary>
    /// Whether some of it was given as a summary, so that there are no percentiles (Amazon CloudWatch User Guide, "Percentiles").
    /// </summary>
    public bool IsOpaque { get; private set; }

    // It was read without its digest.
    private bool IsUnresolved => Digest is null && Count > 0 && Minimum != Maximum;

    /// <summary>A point read from storage.</summary>
    public static MetricPoint Stored(double count, double sum, double minimum, double maximum, bool isOpaque) =>
        new() { Count = count, Sum = sum, Minimum = minimum, Maximum = maximum, IsOpaque = isOpaque };

    /// <summary>Gives a point read from storage its digest.</summary>
    public void Restore(ValueDigest digest) => Digest = digest;

    /// <summary>Adds a value.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="weight">How often it was seen, more than zero.</param>
    public void Add(double value, double weight = 1)
    {
        if (IsUnresolved)
        {
            IsOpaque = true;
        }
        else if (!IsOpaque)
        {
            if (Digest is null && Count > 0 && (value != Minimum || value != Maximum))
            {
                Digest = new ValueDigest();
                Digest.Add(Minimum, Count);
            }

            Digest?.Add(value, weight);
        }

        Extend(weight, value * weight, value, value);
    }

    /// <summary>Adds values of which only the summary is known.</summary>
    public void AddSummary(double count, double sum, double minimum, double maximum)
    {
        if (minimum == maximum)
        {
            Add(minimum, count);
            return;
        }

        IsOpaque = true;
        Digest = null;
        Extend(count, sum, minimum, maximum);
    }

    /// <summary>Adds what another one holds.</summary>
    public void Merge(MetricPoint other)
    {
        if (other.Count <= 0)
        {
            return;
        }

        if (IsOpaque || other.IsOpaque || IsUnresolved || other.IsUnresolved)
        {
            IsOpaque = true;
            Digest = null;
        }
        else if (other.Digest is { } digest)
        {
            if (Digest is null)
            {
                Digest = new ValueDigest();
                if (Count > 0)
                {
                    Digest.Add(Minimum, Count);
                }
            }

            Digest.Merge(digest);
        }
        else
        {
            Add(other.Minimum, other.Count);
            return;
        }

        Extend(other.Count, other.Sum, other.Minimum, other.Maximum);
    }

    /// <summary>A copy of its own.</summary>
    /// <param name="withDigest">Whether percentiles are wanted from it.</param>
    public MetricPoint Clone(bool withDigest)
    {
        var copy = (MetricPoint)MemberwiseClone();
        copy.Digest = withDigest ? Digest?.Clone() : null;
        return copy;
    }

    /// <summary>A percentile; null when the values are not known.</summary>
    /// <param name="percent">0 to 100.</param>
    public double? Percentile(double percent) =>
        Minimum == Maximum ? Minimum
        : percent <= 0 ? Minimum
        : percent >= 100 ? Maximum
        : Digest is { } digest ? Math.Clamp(digest.Quantile(percent / 100), Minimum, Maximum)
        : null;

    private void Extend(double count, double sum, double minimum, double maximum)
    {
        Count += count;
        Sum += sum;
        Minimum = Math.Min(Minimum, minimum);
        Maximum = Math.Max(Maximum, maximum);
    }
}
