using System.Security.Cryptography;

namespace Mrap.Web.Circuit;

/// <summary>The number used once that lets this answer's own inline scripts run under the content security policy.</summary>
public sealed class CspNonce
{
    private const int EntropyBytes = 16;

    public string Value { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(EntropyBytes));
}
