namespace Mrap.Core.Traffic;

/// <summary>What generated traffic is doing.</summary>
public enum TrafficState
{
    /// <summary>Its objects are being put into every bucket.</summary>
    Seeding,

    /// <summary>It is being sent.</summary>
    Running,

    /// <summary>It has come to its end.</summary>
    Done,

    /// <summary>Somebody stopped it.</summary>
    Stopped,
}
