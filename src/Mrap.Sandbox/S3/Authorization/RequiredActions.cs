namespace Mrap.Sandbox.S3.Authorization;

/// <summary>The actions that a request needs, all on the same resource.</summary>
/// <param name="First">The action that names the operation; null when the operation needs none.</param>
/// <param name="Second">A further action; null when there is none.</param>
/// <param name="Third">A further action; null when there is none.</param>
internal readonly record struct RequiredActions(string? First, string? Second = null, string? Third = null);
