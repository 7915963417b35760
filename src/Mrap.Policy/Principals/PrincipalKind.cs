namespace Mrap.Policy.Principals;

/// <summary>What kind of principal a request comes from.</summary>
public enum PrincipalKind
{
    /// <summary>Nobody is named: the request is not signed.</summary>
    Anonymous,

    /// <summary>An account's root user.</summary>
    Root,

    /// <summary>An IAM user.</summary>
    User,

    /// <summary>Some session of a role, named by the role's ARN.</summary>
    Role,

    /// <summary>A named session of a role.</summary>
    RoleSession,

    /// <summary>A session of a federated user.</summary>
    FederatedUser,

    /// <summary>An AWS service.</summary>
    Service,

    /// <summary>An identity provider, as trust policies name it.</summary>
    IdentityProvider,
}
