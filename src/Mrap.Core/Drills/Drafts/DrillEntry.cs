namespace Mrap.Core.Drills.Drafts;

/// <summary>A name and its value as somebody typed them: a place and its weight, a Region and its dial, a phase and its limit.</summary>
public sealed record DrillEntry(string Name, string? Value);
