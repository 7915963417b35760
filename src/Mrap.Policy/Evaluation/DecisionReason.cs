namespace Mrap.Policy.Evaluation;

/// <summary>Which rule decided (IAM User Guide, "Policy evaluation logic").</summary>
public enum DecisionReason
{
    /// <summary>A Deny statement matches.</summary>
    DenyStatement,

    /// <summary>A level of the resource account's organisation has resource control policies and none of them permits.</summary>
    NoResourceControlAllow,

    /// <summary>A level of the caller's organisation has service control policies and none of them permits.</summary>
    NoServiceControlAllow,

    /// <summary>The VPC endpoint's policy does not permit.</summary>
    NoEndpointAllow,

    /// <summary>Same account: an identity policy permits, within boundary and session policy.</summary>
    IdentityAllow,

    /// <summary>The resource's policy names the caller directly or by its role, or names everyone.</summary>
    ResourceAllow,

    /// <summary>Across accounts: the resource's policy and the caller's own policies permit.</summary>
    IdentityAndResourceAllow,

    /// <summary>The root user of the resource's account needs no permission.</summary>
    RootUser,

    /// <summary>No identity policy permits, and the resource's policy does not grant it to the caller by name.</summary>
    NoIdentityAllow,

    /// <summary>The permissions boundary does not permit.</summary>
    NoBoundaryAllow,

    /// <summary>The session policy does not permit.</summary>
    NoSessionAllow,

    /// <summary>The resource's policy does not permit, and the caller needs it to.</summary>
    NoResourceAllow,

    /// <summary>
    /// The resource's policy permits but is public, and Block Public Access keeps everyone but the owner's account and AWS services out.
    /// </summary>
    PublicAccessBlocked,

    /// <summary>
    /// The resource's policy permits, but the request is not signed and a Multi-Region Access Point takes signed requests only.
    /// </summary>
    SignatureRequired,
}
