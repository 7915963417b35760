using System.Collections.Immutable;
using Mrap.Web.Navigation;

namespace Mrap.Web.Circuit;

/// <summary>What is said of an address of which parts could not be read.</summary>
public static class AddressFlashes
{
    /// <summary>Names the parts and says what they must be.</summary>
    /// <param name="dropped">One part or more.</param>
    public static Flash Of(ImmutableArray<DroppedPart> dropped) => new(
        "address",
        FlashKind.Info,
        $"{(dropped.Length == 1 ? "A part" : "Parts")} of this address could not be read and {(dropped.Length == 1 ? "is" : "are")} left "
            + $"out: {string.Join("; ", dropped.Select(part => $"“{part.Name}” {part.Why}"))}.");
}
