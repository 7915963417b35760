using System.Collections.Immutable;

namespace Mrap.Aws.Activity;

/// <summary>What the entries of the activity log can be filtered by, as far as names occur in them.</summary>
/// <param name="People">Who acted, each once, by name.</param>
/// <param name="AccessPoints">The access points that a change concerned, each once, by name; those that are gone too.</param>
public sealed record ActivityChoices(ImmutableArray<string> People, ImmutableArray<string> AccessPoints)
{
    /// <summary>The most names of each.</summary>
    public const int MaxNames = 500;
}
