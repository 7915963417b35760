namespace Mrap.Policy.Matching.Conditions;

/// <summary>A value that conditions read from text.</summary>
/// <typeparam name="T">The type itself.</typeparam>
internal interface IReadableValue<T>
    where T : struct
{
    /// <summary>Reads a whole text; not when any part of it does not belong to the value.</summary>
    static abstract bool TryRead(ReadOnlySpan<char> text, out T value);
}
