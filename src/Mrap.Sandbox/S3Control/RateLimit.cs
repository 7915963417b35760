namespace Mrap.Sandbox.S3Control;

/// <summary>
/// Lets a burst through and then a steady rate: AWS does not tell its own, so a script must go far beyond what people do to notice.
/// </summary>
internal sealed class RateLimit(TimeProvider time)
{
    private const double Burst = 40;
    private const double PerSecond = 10;

    private readonly Lock _gate = new();
    private double _tokens = Burst;
    private long _last = time.GetTimestamp();

    /// <summary>Whether it is as good as a new one.</summary>
    public bool IsFull
    {
        get
        {
            lock (_gate)
            {
                Refill();
                return _tokens >= Burst;
            }
        }
    }

    /// <summary>Takes one.</summary>
    /// <returns>False when the caller is too fast.</returns>
    public bool TryTake()
    {
        lock (_gate)
        {
            Refill();
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }

    private void Refill()
    {
        var now = time.GetTimestamp();
        _tokens = Math.Min(Burst, _tokens + (time.GetElapsedTime(_last, now).TotalSeconds * PerSecond));
        _last = now;
    }
}
