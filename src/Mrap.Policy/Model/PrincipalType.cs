namespace Mrap.Policy.Model;

/// <summary>The kinds of names in a Principal element.</summary>
public enum PrincipalType
{
    /// <summary>`AWS`: accounts, users, roles, sessions, or everyone.</summary>
    Aws,

    /// <summary>`Service`: an AWS service.</summary>
    Service,

    /// <summary>`Federated`: an identity provider.</summary>
    Federated,

    /// <summary>`CanonicalUser`: an account by its Amazon S3 canonical id.</summary>
    CanonicalUser,
}
