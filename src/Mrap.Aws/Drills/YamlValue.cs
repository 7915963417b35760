using System.Collections.Immutable;

namespace Mrap.Aws.Drills;

/// <summary>A value of a YAML text and the line it begins in, from 1.</summary>
internal abstract record YamlValue(int Line)
{
    /// <summary>A text, a number, anything without parts.</summary>
    /// <param name="Text">The text; null when nothing is written.</param>
    public sealed record Scalar(int Line, string? Text) : YamlValue(Line);

    /// <summary>A list.</summary>
    public sealed record Sequence(int Line, ImmutableArray<YamlValue> Items) : YamlValue(Line);

    /// <summary>Keys and values in their order; a key may come twice.</summary>
    public sealed record Mapping(int Line, ImmutableArray<(Scalar Key, YamlValue Value)> Entries) : YamlValue(Line);
}
