namespace Mrap.Aws.Comparison;

/// <summary>What a search for gaps is at.</summary>
public enum GapPhase
{
    /// <summary>It lists the buckets and compares what they list.</summary>
    Comparing,

    /// <summary>It asks why the differences are there.</summary>
    Examining,

    /// <summary>It is over.</summary>
    Finished,
}
