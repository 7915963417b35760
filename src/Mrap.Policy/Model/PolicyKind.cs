namespace Mrap.Policy.Model;

/// <summary>
/// Where a policy is attached, which decides what it may say and how it counts (IAM User Guide, "Policies and permissions").
/// </summary>
public enum PolicyKind
{
    /// <summary>Attached to a user, group or role; grants. Names no principal.</summary>
    Identity,

    /// <summary>Attached to a bucket; grants and delegates. Names principals.</summary>
    Bucket,

    /// <summary>Attached to a single-Region or Multi-Region access point. Names principals.</summary>
    AccessPoint,

    /// <summary>A permissions boundary of a user or role; limits. Names no principal.</summary>
    Boundary,

    /// <summary>Passed when a session is started; limits. Names no principal.</summary>
    Session,

    /// <summary>An organisation's service control policy; limits the principals of member accounts. Names no principal.</summary>
    ServiceControl,

    /// <summary>
    /// An organisation's resource control policy; limits access to the resources of member accounts. Its principal is always `*`.
    /// </summary>
    ResourceControl,

    /// <summary>Attached to a VPC endpoint; limits what goes through it. A statement without a principal means everyone.</summary>
    Endpoint,

    /// <summary>A role's trust policy. Names principals and no resource.</summary>
    Trust,
}
