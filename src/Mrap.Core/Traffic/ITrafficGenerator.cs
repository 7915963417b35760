namespace Mrap.Core.Traffic;

/// <summary>Sends traffic as ordinary clients would. One at a time; safe for concurrent use.</summary>
public interface ITrafficGenerator
{
    /// <summary>Starts traffic.</summary>
    /// <param name="plan">What is to be sent.</param>
    /// <param name="target">Where to.</param>
    /// <returns>Whether it was started; false while other traffic goes on.</returns>
    bool TryStart(TrafficPlan plan, TrafficTarget target);

    /// <summary>What became of the latest traffic.</summary>
    /// <param name="since">The index of the first sample that is wanted.</param>
    /// <param name="limit">How many samples at most; 0 for none.</param>
    /// <returns>The report; null when there was never any traffic.</returns>
    TrafficReport? Read(long since, int limit);

    /// <summary>Stops traffic that goes on, and waits until its last request has ended.</summary>
    Task StopAsync();
}
