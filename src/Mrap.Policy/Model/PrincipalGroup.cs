namespace Mrap.Policy.Model;

/// <summary>The principals of one type.</summary>
/// <param name="Entries">Their names.</param>
public sealed record PrincipalGroup(PrincipalType Type, PolicyEntries Entries);
