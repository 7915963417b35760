using System.Security.Cryptography;

namespace Mrap.Sandbox.Identity;

/// <summary>Makes access keys of the form of AWS's: an ID of 20 letters and digits, a secret of 40 characters.</summary>
internal static class AccessKeyGenerator
{
    private const string IdAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string SecretAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>A new key ID.</summary>
    /// <param name="prefix"><c>AKIA</c> for a long-term key, <c>ASIA</c> for a temporary one.</param>
    public static string KeyId(string prefix) => prefix + RandomNumberGenerator.GetString(IdAlphabet, 16);

    /// <summary>A new secret.</summary>
    public static string Secret() => RandomNumberGenerator.GetString(SecretAlphabet, 40);
}
