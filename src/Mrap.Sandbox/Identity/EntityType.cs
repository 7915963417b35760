namespace Mrap.Sandbox.Identity;

/// <summary>The kinds of principals that IAM keeps.</summary>
internal enum EntityType
{
    /// <summary>A user, with access keys of its own.</summary>
    User,

    /// <summary>A role, assumed by others.</summary>
    Role,
}
