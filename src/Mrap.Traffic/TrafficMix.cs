using Mrap.Core.Traffic;

namespace Mrap.Traffic;

/// <summary>
/// Which request comes next: places in proportion to their weights and reads in proportion to their share, evenly spread rather than by
/// chance, so that a short run has the mix that was asked for.
/// </summary>
/// <param name="plan">What was asked for.</param>
internal sealed class TrafficMix(TrafficPlan plan)
{
    private const int MaxRecent = 64;
    private const int Stride = 7919;

    private readonly double[] _credit = new double[plan.Places.Length];
    private readonly double _total = plan.Places.Sum(place => place.Weight);
    private readonly string[] _recent = new string[MaxRecent];
    private readonly int _seeded = Math.Min(plan.Keys, TrafficPlan.MaxSeeded);
    private double _readCredit;
    private long _turn;
    private long _written;
    private int _recentCount;

    /// <summary>The next request. To be called by one thread at a time.</summary>
    public (int Place, bool IsRead, string Key) Next()
    {
        var place = NextPlace();
        _readCredit += plan.ReadShare;
        var isRead = _readCredit >= 1;
        if (isRead)
        {
            _readCredit--;
        }

        return (place, isRead, isRead ? NextRead() : NextWrite());
    }

    /// <summary>A write was acknowledged: reads may ask for it. To be called under the same lock as <see cref="Next"/>.</summary>
    public void Acknowledge(string key) => _recent[_recentCount++ % MaxRecent] = key;

    private int NextPlace()
    {
        var best = 0;
        for (var i = 0; i < _credit.Length; i++)
        {
            _credit[i] += plan.Places[i].Weight;
            if (_credit[i] > _credit[best])
            {
                best = i;
            }
        }

        _credit[best] -= _total;
        return best;
    }

    private string NextRead()
    {
        _turn++;
        return plan.HasUniqueWrites && _recentCount > 0 && _turn % 2 == 0
            ? _recent[_turn / 2 % Math.Min(_recentCount, MaxRecent)]
            : plan.KeyOf((int)(_turn * Stride % _seeded));
    }

    private string NextWrite()
    {
        var number = _written++;
        return plan.HasUniqueWrites
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{plan.Prefix}w{number:D8}")
            : plan.KeyOf((int)(number * Stride % plan.Keys));
    }
}
