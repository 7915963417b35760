namespace Mrap.Web.Navigation;

/// <summary>What somebody is about to do with replication rules.</summary>
public enum RuleAction
{
    /// <summary>Change the options of the rule.</summary>
    Edit,

    /// <summary>Switch the rule on.</summary>
    Enable,

    /// <summary>Switch the rule off.</summary>
    Disable,

    /// <summary>Delete the rule.</summary>
    Delete,

    /// <summary>Take the last change back.</summary>
    Undo,
}
