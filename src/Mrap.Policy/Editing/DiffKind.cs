namespace Mrap.Policy.Editing;

/// <summary>What became of a line.</summary>
public enum DiffKind
{
    /// <summary>The line stands in both texts.</summary>
    Same,

    /// <summary>The line stands in the old text alone.</summary>
    Removed,

    /// <summary>The line stands in the new text alone.</summary>
    Added,
}
