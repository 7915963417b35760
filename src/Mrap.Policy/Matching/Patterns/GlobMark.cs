namespace Mrap.Policy.Matching.Patterns;

/// <summary>What one character of a pattern stands for.</summary>
internal enum GlobMark : byte
{
    /// <summary>Itself.</summary>
    Literal,

    /// <summary>Any run of characters, also none.</summary>
    Star,

    /// <summary>Exactly one character; a surrogate pair is one.</summary>
    Question,
}
