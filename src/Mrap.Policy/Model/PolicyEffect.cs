namespace Mrap.Policy.Model;

/// <summary>What a statement does when it matches.</summary>
public enum PolicyEffect
{
    /// <summary>It permits, unless something denies.</summary>
    Allow,

    /// <summary>It denies, whatever permits.</summary>
    Deny,
}
