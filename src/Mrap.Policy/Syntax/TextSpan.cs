namespace Mrap.Policy.Syntax;

/// <summary>A stretch of a policy's text, in UTF-16 code units from its start.</summary>
/// <param name="Start">Offset of the first code unit, from 0.</param>
/// <param name="Length">Number of code units; 0 marks a place between two of them.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just behind the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>Whether an offset lies in the stretch; the end is excluded unless the stretch is empty.</summary>
    /// <param name="offset">An offset in the same text.</param>
    /// <returns>Whether it lies inside.</returns>
    public bool Contains(int offset) => offset >= Start && (offset < End || (Length == 0 && offset == Start));
}
