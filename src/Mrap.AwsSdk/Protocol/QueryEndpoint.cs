namespace Mrap.AwsSdk.Protocol;

/// <summary>Where a service answers.</summary>
/// <param name="Address">The address.</param>
/// <param name="SigningName">The name of the service in the credential scope.</param>
/// <param name="SigningRegion">The Region in the credential scope.</param>
internal sealed record QueryEndpoint(Uri Address, string SigningName, string SigningRegion);
