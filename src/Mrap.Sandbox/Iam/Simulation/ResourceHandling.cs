using System.Collections.Frozen;
using System.Collections.Immutable;
using Mrap.Policy.Arns;
using Mrap.Policy.Text;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>The resources that a kind of simulation needs (IAM API Reference, "SimulateCustomPolicy", ResourceHandlingOption).</summary>
internal static class ResourceHandling
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> s_needed = new Dictionary<string, ImmutableArray<string>>
    {
        ["EC2-VPC-InstanceStore"] = ["instance", "image", "security-group", "network-interface"],
        ["EC2-VPC-InstanceStore-Subnet"] = ["instance", "image", "security-group", "network-interface", "subnet"],
        ["EC2-VPC-EBS"] = ["instance", "image", "security-group", "network-interface", "volume"],
        ["EC2-VPC-EBS-Subnet"] = ["instance", "image", "security-group", "network-interface", "subnet", "volume"],
        ["EC2-Classic-InstanceStore"] = ["instance", "image", "security-group"],
        ["EC2-Classic-EBS"] = ["instance", "image", "security-group", "volume"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Makes sure that the resources are there that the kind of simulation needs.</summary>
    /// <exception cref="ServiceException">The kind is unknown, or a resource is missing.</exception>
    public static void Check(QueryForm form, ImmutableArray<string> resources)
    {
        if (form.Optional("ResourceHandlingOption") is not { } option)
        {
            return;
        }

        if (!s_needed.TryGetValue(option, out var needed))
        {
            throw SimulationFault.Invalid($"Invalid Resource Handling Option: {DisplayText.Truncate(option)}.");
        }

        foreach (var type in needed)
        {
            if (!resources.Any(
                resource => Arn.Parse(resource).TryGet(out var arn) && arn.Resource.StartsWith(type + "/", StringComparison.Ordinal)))
            {
                throw SimulationFault.Invalid($"Resource Handling Option {option} needs a resource of type {type}.");
            }
        }
    }
}
