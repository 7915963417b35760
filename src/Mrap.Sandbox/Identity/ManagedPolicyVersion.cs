namespace Mrap.Sandbox.Identity;

/// <summary>A version of a managed policy.</summary>
/// <param name="Number">Its number, from 1; never used again.</param>
/// <param name="Document">The policy.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record ManagedPolicyVersion(int Number, PolicyText Document, DateTimeOffset CreatedAt);
