namespace Mrap.Policy.Matching.Context;

/// <summary>A condition key made ready for being looked up; keys are compared without case.</summary>
internal sealed class ContextKey(string name)
{
    /// <summary>The key as written.</summary>
    public string Name { get; } = name;

    /// <summary>The hash by which contexts find it.</summary>
    public int Hash { get; } = HashOf(name);

    /// <summary>The hash of any spelling of a key.</summary>
    public static int HashOf(string name) => string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);
}
