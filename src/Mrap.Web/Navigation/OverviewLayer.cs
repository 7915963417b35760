namespace Mrap.Web.Navigation;

/// <summary>What the map of an access point shows.</summary>
public enum OverviewLayer
{
    /// <summary>Which Region answers which clients.</summary>
    Traffic,

    /// <summary>How long clients wait.</summary>
    Latency,

    /// <summary>What is copied where.</summary>
    Replication,
}
