namespace Mrap.Policy.PublicAccess;

/// <summary>Whether a condition limits a statement to fixed values.</summary>
internal enum Limit
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>It does, by a key that AWS lists.</summary>
    Listed,

    /// <summary>It does, by a key that AWS does not list.</summary>
    Contested,
}
