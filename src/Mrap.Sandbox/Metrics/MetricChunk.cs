namespace Mrap.Sandbox.Metrics;

/// <summary>Sixty points in a row, which are stored together.</summary>
/// <param name="resolution">How long a point is.</param>
/// <param name="start">The first second, a multiple of the chunk's length.</param>
internal sealed class MetricChunk(MetricResolution resolution, long start)
{
    /// <summary>How many points.</summary>
    public const int Slots = 60;

    private readonly MetricPoint?[] _points = new MetricPoint?[Slots];

    /// <summary>How long a point is.</summary>
    public MetricResolution Resolution => resolution;

    /// <summary>The first second, since 1970.</summary>
    public long Start => start;

    /// <summary>Whether it holds something that is not stored yet.</summary>
    public bool IsDirty { get; set; }

    /// <summary>Whether it holds what was stored before; else that is added when it is stored.</summary>
    public bool IsWhole { get; set; }

    /// <summary>The points that there are.</summary>
    public IEnumerable<(long Second, MetricPoint Point)> Points
    {
        get
        {
            for (var i = 0; i < Slots; i++)
            {
                if (_points[i] is { } point)
                {
                    yield return (start + ((long)i * resolution.Seconds), point);
                }
            }
        }
    }

    /// <summary>The point of an instant; made when it is not there.</summary>
    /// <param name="second">Within the chunk.</param>
    public MetricPoint At(long second)
    {
        ref var point = ref _points[(second - start) / resolution.Seconds];
        return point ??= new MetricPoint();
    }

    /// <summary>Puts a point where it belongs.</summary>
    /// <param name="second">Within the chunk.</param>
    public void Set(long second, MetricPoint point) => _points[(second - start) / resolution.Seconds] = point;

    /// <summary>Adds what another chunk holds, of the same or a finer resolution.</summary>
    public void Merge(MetricChunk other)
    {
        foreach (var (second, point) in other.Points)
        {
            At(second).Merge(point);
        }
    }
}
