using System.Collections.Immutable;

namespace Mrap.Policy.Actions;

/// <summary>A resource type that an action works on.</summary>
/// <param name="Type">The type's name, one of <see cref="S3Actions.ResourceTypes"/>.</param>
/// <param name="IsRequired">Whether the action always works on this type; otherwise it is one of several.</param>
/// <param name="ConditionKeys">The condition keys that the type adds to the action's own.</param>
public sealed record ActionResource(string Type, bool IsRequired, ImmutableArray<string> ConditionKeys);
