using System.Security.Cryptography;

namespace Mrap.Signing.Keys;

/// <summary>A key that makes and checks signatures over strings to sign. Safe for use by several threads at once.</summary>
public abstract class SigningKey
{
    private protected SigningKey()
    {
    }

    /// <summary>The algorithm of the key.</summary>
    public abstract SigningAlgorithm Algorithm { get; }

    /// <summary>Signs a string to sign.</summary>
    /// <param name="stringToSign">The string in UTF-8.</param>
    /// <returns>The signature in lower-case hexadecimal: 64 digits for V4, at most 144 and different each time for V4A.</returns>
    public abstract string Sign(ReadOnlySpan<byte> stringToSign);

    /// <summary>Checks a signature: in constant time for V4, with the public key for V4A.</summary>
    /// <param name="stringToSign">The string in UTF-8.</param>
    /// <param name="signature">The signature in hexadecimal; anything else is simply not valid.</param>
    /// <returns>Whether the signature was made with this key over this string.</returns>
    public abstract bool Verify(ReadOnlySpan<byte> stringToSign, ReadOnlySpan<char> signature);

    /// <summary>Derives the key of a scope without a cache.</summary>
    /// <param name="scope">The scope; V4A keys do not depend on it.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">A V4 scope has no Region.</exception>
    /// <exception cref="CryptographicException">None of the 254 candidates for a V4A key is in range, which has a chance of about 2 to the
    /// power of -8000.</exception>
    public static SigningKey Derive(SigningAlgorithm algorithm, AwsCredential credential, CredentialScope scope) =>
        algorithm == SigningAlgorithm.V4A ? new EcdsaSigningKey(credential) : new HmacSigningKey(credential, scope);
}
