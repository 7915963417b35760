namespace Mrap.Sandbox.S3Control;

/// <summary>The operations of S3 Control that the sandbox carries out.</summary>
internal enum ControlOperation
{
    /// <summary>Creates an access point, asynchronously.</summary>
    CreateMultiRegionAccessPoint,

    /// <summary>Deletes an access point, asynchronously.</summary>
    DeleteMultiRegionAccessPoint,

    /// <summary>Replaces the policy of an access point, asynchronously.</summary>
    PutMultiRegionAccessPointPolicy,

    /// <summary>Tells how far an asynchronous operation is.</summary>
    DescribeMultiRegionAccessPointOperation,

    /// <summary>Describes an access point.</summary>
    GetMultiRegionAccessPoint,

    /// <summary>Lists the account's access points.</summary>
    ListMultiRegionAccessPoints,

    /// <summary>Gives the established and the proposed policy.</summary>
    GetMultiRegionAccessPointPolicy,

    /// <summary>Tells whether the established policy is public.</summary>
    GetMultiRegionAccessPointPolicyStatus,

    /// <summary>Gives the routes.</summary>
    GetMultiRegionAccessPointRoutes,

    /// <summary>Changes routes.</summary>
    SubmitMultiRegionAccessPointRoutes,

    /// <summary>Gives the account's Block Public Access.</summary>
    GetPublicAccessBlock,

    /// <summary>Sets the account's Block Public Access.</summary>
    PutPublicAccessBlock,

    /// <summary>Removes the account's Block Public Access.</summary>
    DeletePublicAccessBlock,
}
