namespace Mrap.Core.Permissions;

/// <summary>How a bucket leaves the decision to an access point, from not at all to without limits.</summary>
public enum DelegationState
{
    /// <summary>The bucket's policy hands nothing on.</summary>
    None,

    /// <summary>For some actions, principals or conditions only.</summary>
    Partly,

    /// <summary>By `s3:DataAccessPointArn`: the access point itself.</summary>
    AccessPoint,

    /// <summary>By `s3:DataAccessPointAccount`: every access point of the account.</summary>
    Account,

    /// <summary>By `s3:AccessPointNetworkOrigin`: every access point that is reached over the internet, of any account.</summary>
    Origin,

    /// <summary>To everyone, with or without an access point.</summary>
    Open,
}
