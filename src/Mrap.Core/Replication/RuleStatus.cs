namespace Mrap.Core.Replication;

/// <summary>Whether a rule, or an option of it, is on.</summary>
public enum RuleStatus
{
    /// <summary>It is on.</summary>
    Enabled,

    /// <summary>It is off.</summary>
    Disabled,
}
