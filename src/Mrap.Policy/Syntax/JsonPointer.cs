namespace Mrap.Policy.Syntax;

/// <summary>Finds the JSON pointer (RFC 6901) of a place in the text.</summary>
public static class JsonPointer
{
    /// <summary>The pointer of the innermost value or member at an offset.</summary>
    /// <param name="root">The tree of the text.</param>
    /// <param name="offset">An offset in the text.</param>
    /// <returns>The pointer; empty for the root, also when the offset lies outside it.</returns>
    public static string At(JsonSyntax root, int offset)
    {
        ArgumentNullException.ThrowIfNull(root);
        return SyntaxPath.ToPointer(SyntaxPath.At(root, offset));
    }
}
