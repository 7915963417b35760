namespace Mrap.Policy.Checks.Subject;

/// <summary>An access point that exists.</summary>
/// <param name="Arn">Its ARN, which holds the alias of a Multi-Region Access Point and not its name.</param>
public sealed record KnownAccessPoint(string Name, string Arn);
