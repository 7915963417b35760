using System.Collections.Immutable;

namespace Mrap.Policy.Actions;

/// <summary>One action of S3 (Service Authorization Reference, "Actions, resources, and condition keys for Amazon S3").</summary>
/// <param name="Name">The action with its prefix, such as <c>s3:GetObject</c>.</param>
/// <param name="Level">What it does to its resource.</param>
/// <param name="Resources">The resource types it works on; empty when only the resource `*` grants it.</param>
/// <param name="ConditionKeys">The action's own condition keys, without the global ones and without those of the resource types; tag keys
/// end in <c>/${TagKey}</c>.</param>
/// <param name="DependentActions">Actions that it takes besides itself.</param>
public sealed record ActionEntry(
    string Name,
    AccessLevel Level,
    ImmutableArray<ActionResource> Resources,
    ImmutableArray<string> ConditionKeys,
    ImmutableArray<string> DependentActions)
{
    /// <summary>Whether the action works on a resource type.</summary>
    /// <param name="type">The type's name, such as <c>accesspointobject</c>.</param>
    /// <returns>Whether it does.</returns>
    public bool WorksOn(string type) => Resources.Any(resource => resource.Type == type);

    /// <summary>Whether a condition key can be in a request for the action: its own, one of its resource types', or a global one.</summary>
    /// <returns>Whether it can be there.</returns>
    public bool Supports(ConditionKeyEntry key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.IsGlobal || ConditionKeys.Contains(key.Name) || Resources.Any(resource => resource.ConditionKeys.Contains(key.Name));
    }
}
