namespace Mrap.Core.Failover;

/// <summary>What a check before a failover says.</summary>
public enum ReadinessVerdict
{
    /// <summary>Nothing speaks against it.</summary>
    Go,

    /// <summary>It could not be found out.</summary>
    Unknown,

    /// <summary>Clients would notice it.</summary>
    NoGo,
}
