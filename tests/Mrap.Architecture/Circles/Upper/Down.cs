using Mrap.Architecture.Circles.Lower;

namespace Mrap.Architecture.Circles.Upper;

/// <summary>One half of a circle of folders that the rule must find.</summary>
internal sealed class Down
{
    public Up Other { get; } = new();

    public RoundAgain Further { get; } = new();
}
