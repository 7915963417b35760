using System.Collections.Immutable;

namespace Mrap.Web.Browser;

/// <summary>A rule that a page breaks.</summary>
/// <param name="Id">The rule's name.</param>
/// <param name="Impact">How bad it is: minor, moderate, serious or critical.</param>
/// <param name="Help">What the rule asks for.</param>
/// <param name="Nodes">The elements that break it, as HTML.</param>
internal sealed record AxeFinding(string Id, string? Impact, string Help, ImmutableArray<string> Nodes)
{
    public override string ToString() => $"{Impact} {Id}: {Help}\n  {string.Join("\n  ", Nodes)}";
}
