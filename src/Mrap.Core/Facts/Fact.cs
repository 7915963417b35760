namespace Mrap.Core.Facts;

/// <summary>Something that was looked for, and may not have been found out.</summary>
/// <typeparam name="T">What was looked for.</typeparam>
public abstract record Fact<T>
{
    private Fact()
    {
    }

    /// <summary>It was found out.</summary>
    /// <param name="Value">What it is.</param>
    public sealed record Known(T Value) : Fact<T>;

    /// <summary>It could not be found out.</summary>
    /// <param name="Why">Why not, as a sentence.</param>
    public sealed record Unknown(string Why) : Fact<T>;
}
