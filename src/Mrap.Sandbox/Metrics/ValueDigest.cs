namespace Mrap.Sandbox.Metrics;

/// <summary>
/// How often which values were seen, in bins whose width grows with the value: a value read from it is off by at most
/// <see cref="RelativeError"/>. Two of them merge without loss.
/// </summary>
internal sealed class ValueDigest
{
    /// <summary>The largest error of a value, as a share of it.</summary>
    public const double RelativeError = 0.005;

    /// <summary>
    /// The most bins: enough for values over more than four orders of magnitude; beyond, the smallest values share a bin.
    /// </summary>
    public const int MaxBins = 1024;

    private const double Gamma = (1 + RelativeError) / (1 - RelativeError);
    private const int Middle = 1 << 20;
    private static readonly double s_logGamma = Math.Log(Gamma);

    private readonly Dictionary<int, double> _bins = [];

    /// <summary>How many bins there are.</summary>
    public int Size => _bins.Count;

    /// <summary>The bins with their weights, the smallest values first.</summary>
    public IEnumerable<KeyValuePair<int, double>> Bins => _bins.OrderBy(static bin => bin.Key);

    /// <summary>Adds a value.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="weight">How often it was seen.</param>
    public void Add(double value, double weight) => AddBin(BinOf(value), weight);

    /// <summary>Adds weight to a bin.</summary>
    public void AddBin(int bin, double weight)
    {
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_bins, bin, out _) += weight;
        if (_bins.Count > MaxBins)
        {
            ShareSmallest();
        }
    }

    /// <summary>Adds what another one holds.</summary>
    public void Merge(ValueDigest other)
    {
        foreach (var (bin, weight) in other._bins)
        {
            AddBin(bin, weight);
        }
    }

    /// <summary>A copy of its own.</summary>
    public ValueDigest Clone()
    {
        var copy = new ValueDigest();
        copy.Merge(this);
        return copy;
    }

    /// <summary>The smallest value that at least so large a share of the values do not exceed.</summary>
    /// <param name="share">0 to 1.</param>
    public double Quantile(double share)
    {
        var rank = Math.Max(share * _bins.Values.Sum(), double.Epsilon);
        var seen = 0d;
        var last = 0;
        foreach (var (bin, weight) in Bins)
        {
            seen += weight;
            last = bin;

            // what is lost in adding up fractions must not lead to the next value
            if (seen * (1 + 1e-12) >= rank)
            {
                break;
            }
        }

        return ValueOf(last);
    }

    private static int BinOf(double value)
    {
        if (value == 0)
        {
            return 0;
        }

        var bin = (int)Math.Ceiling(Math.Log(Math.Abs(value)) / s_logGamma) + Middle;
        return value > 0 ? bin : -bin;
    }

    private static double ValueOf(int bin)
    {
        if (bin == 0)
        {
            return 0;
        }

        var value = 2 * Math.Exp((Math.Abs(bin) - Middle) * s_logGamma) / (Gamma + 1);
        return bin > 0 ? value : -value;
    }

    private void ShareSmallest()
    {
        var smallest = Bins.Take(2).ToArray();
        _bins.Remove(smallest[0].Key);
        _bins[smallest[1].Key] += smallest[0].Value;
    }
}
