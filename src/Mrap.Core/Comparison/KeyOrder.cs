namespace Mrap.Core.Comparison;

/// <summary>
/// The order in which S3 lists keys: by the bytes of their UTF-8 form (AWS page "ListObjectsV2"). It differs from the order of .NET's
/// ordinal comparison where a key holds characters beyond U+FFFF, whose surrogates would sort before U+E000.
/// </summary>
public sealed class KeyOrder : IComparer<string>
{
    private const char FirstSurrogate = '\uD800';
    private const char AfterSurrogates = '\uE000';

    private KeyOrder()
    {
    }

    /// <summary>The order.</summary>
    public static KeyOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        var common = left.CommonPrefixLength(right);
        return common == left.Length || common == right.Length
            ? left.Length - right.Length
            : Rank(left[common]) - Rank(right[common]);
    }

    // Surrogates stand for what comes after every other character.
    private static int Rank(char c) => c switch
    {
        < FirstSurrogate => c,
        < AfterSurrogates => c + char.MaxValue,
        _ => c,
    };
}
