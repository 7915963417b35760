namespace Mrap.Policy.Evaluation;

/// <summary>What a condition of a bucket's policy means for requests through one access point.</summary>
public enum AccessPointLimit
{
    /// <summary>It does not single the access point out: it is about another key, or holds for direct requests too.</summary>
    None,

    /// <summary>It holds for requests through the access point, and not for those that go to the bucket itself.</summary>
    Through,

    /// <summary>It is about access points and never holds for requests through this one.</summary>
    Elsewhere,
}
