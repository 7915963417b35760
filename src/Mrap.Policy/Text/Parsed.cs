using System.Collections.Immutable;

namespace Mrap.Policy.Text;

/// <summary>Makes the results of reading a text.</summary>
public static class Parsed
{
    /// <summary>A value that was read.</summary>
    public static Parsed<T> Ok<T>(T value)
        where T : struct => Parsed<T>.Ok(value);

    /// <summary>A text that holds no such value.</summary>
    /// <param name="faults">What is wrong, one sentence a fault; at least one.</param>
    public static Parsed<T> Failed<T>(params ImmutableArray<string> faults)
        where T : struct => Parsed<T>.Failed(faults);
}
