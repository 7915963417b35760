using Mrap.Architecture.Circles.Upper;

namespace Mrap.Architecture.Circles.Lower;

/// <summary>The other half of a circle of folders: the only use is in what the compiler makes of a lambda that keeps a variable.</summary>
internal sealed class Up
{
    public Func<bool, Func<object>> Maker { get; } = isPlain => () => isPlain ? new object() : new Down();
}
