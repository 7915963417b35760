using System.Collections.Immutable;

namespace Mrap.Architecture;

/// <summary>Folders that all reach one another.</summary>
/// <param name="Folders">All of them, in order.</param>
/// <param name="Way">A short way round: it begins where the weakest edge leads to and ends where that begins.</param>
/// <param name="Weakest">The uses of the edge with the fewest, the first to take away.</param>
internal sealed record FolderCircle(ImmutableArray<string> Folders, ImmutableArray<string> Way, ImmutableArray<TypeUse> Weakest)
{
    private const int MaxShown = 6;

    public override string ToString() =>
        $"{Folders.Length} folders in a circle ({string.Join(", ", Folders)}), such as {string.Join(" -> ", Way.Append(Way[0]))}; "
            + $"the weakest edge, {Way[^1]} -> {Way[0]}, is: {string.Join(", ", Weakest.Take(MaxShown))}"
            + (Weakest.Length > MaxShown ? $" and {Weakest.Length - MaxShown} more" : "");
}
