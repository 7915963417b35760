namespace Mrap.Core.Drills.Drafts;

/// <summary>A failover as somebody typed it.</summary>
/// <param name="From">The Region that becomes passive.</param>
/// <param name="To">The Region that becomes active.</param>
public sealed record DrillFailoverDraft(string? From, string? To);
