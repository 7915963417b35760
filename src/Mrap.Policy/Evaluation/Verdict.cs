namespace Mrap.Policy.Evaluation;

/// <summary>What is decided for a request.</summary>
public enum Verdict
{
    /// <summary>It is permitted.</summary>
    Allow,

    /// <summary>A statement denies it, or Block Public Access denies what the policies permit.</summary>
    ExplicitDeny,

    /// <summary>Nothing denies it and something that must permit it does not.</summary>
    ImplicitDeny,
}
