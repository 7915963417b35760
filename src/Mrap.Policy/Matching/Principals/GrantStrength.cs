namespace Mrap.Policy.Matching.Principals;

/// <summary>How directly a resource's policy names the caller (IAM User Guide, "Policy evaluation logic").</summary>
internal enum GrantStrength
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By its account: the account may pass the right on by its identity policies.</summary>
    Account,

    /// <summary>
    /// By its role, or by the user that started its federated session: no identity policy is needed, boundary and session policy still
    /// limit.
    /// </summary>
    Role,

    /// <summary>Itself, or everyone: nothing of the caller's own policies is needed.</summary>
    Direct,
}
