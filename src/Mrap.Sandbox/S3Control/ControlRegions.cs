namespace Mrap.Sandbox.S3Control;

/// <summary>
/// In which Regions an S3 Control operation is answered (Amazon S3 User Guide, "Managing Multi-Region Access Points" and "Amazon S3
/// Multi-Region Access Point failover controls").
/// </summary>
internal enum ControlRegions
{
    /// <summary>In the one that manages access points, us-west-2.</summary>
    Management,

    /// <summary>In the five that control routes.</summary>
    RouteControl,

    /// <summary>In all.</summary>
    All,
}
