using System.Collections.Immutable;
using Mrap.Policy.Evaluation;

namespace Mrap.Core.Simulation;

/// <summary>The policies of a world, read. What did not change since the world before is not read again.</summary>
public sealed class WorldPolicies
{
    private readonly SimulatedWorld _world;
    private readonly ImmutableDictionary<PolicySlot, SimulatedPolicy> _texts;

    private WorldPolicies(SimulatedWorld world, ImmutableDictionary<PolicySlot, SimulatedPolicy> texts) =>
        (_world, _texts) = (world, texts);

    /// <summary>Every policy that could be read.</summary>
    public IEnumerable<CompiledPolicy> All => _world.Slots.Select(slot => this[slot].Policy).OfType<CompiledPolicy>();

    /// <summary>The policy in a slot, as it was read.</summary>
    public SimulatedPolicy this[PolicySlot slot] => _texts.GetValueOrDefault(slot, SimulatedPolicy.None);

    /// <summary>Reads every policy; texts that did not change since an earlier reading are kept.</summary>
    public static WorldPolicies Read(SimulatedWorld world, WorldPolicies? before = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        var texts = ImmutableDictionary.CreateBuilder<PolicySlot, SimulatedPolicy>();
        foreach (var slot in world.Slots)
        {
            var text = world.TextOf(slot);
            texts[slot] = before is not null && before._world.TextOf(slot) == text && before._texts.TryGetValue(slot, out var read)
                ? read
                : SimulatedPolicy.Read(text, slot.Kind);
        }

        return new WorldPolicies(world, texts.ToImmutable());
    }
}
