namespace Mrap.Policy.Explanation;

/// <summary>How a question of a decision is answered.</summary>
public enum PathOutcome
{
    /// <summary>No statement denies.</summary>
    Clear,

    /// <summary>A statement denies.</summary>
    Denies,

    /// <summary>A statement permits, or the root user's right does.</summary>
    Permits,

    /// <summary>Nothing permits, and something has to.</summary>
    Missing,

    /// <summary>Nothing permits, and nothing has to.</summary>
    Silent,

    /// <summary>The resource's policy grants it to the caller by name, so this is not asked.</summary>
    NotNeeded,

    /// <summary>There is no such policy for this caller.</summary>
    NotAttached,
}
