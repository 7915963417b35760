using System.Xml;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>Writes the keys that policies ask for.</summary>
internal static class ContextKeysAnswer
{
    /// <summary>What writes them, in the order of the texts.</summary>
    public static Action<XmlWriter> Of(IEnumerable<SimulationPolicy> policies)
    {
        var keys = SimulationContext.KeysOf(policies.Select(policy => policy.Compiled));
        return xml => xml.Group("ContextKeyNames", () =>
        {
            foreach (var key in keys)
            {
                xml.Element("member", key);
            }
        });
    }
}
