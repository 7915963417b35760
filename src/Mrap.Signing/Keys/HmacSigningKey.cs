using System.Security.Cryptography;
using System.Text;

namespace Mrap.Signing.Keys;

/// <summary>The V4 key of one credential, day, Region and service (AWS page "Create a signed AWS API request", step 4).</summary>
internal sealed class HmacSigningKey : SigningKey
{
    private readonly byte[] _key;

    public HmacSigningKey(AwsCredential credential, CredentialScope scope)
    {
        if (scope.Region is null)
        {
            throw new ArgumentException("a Signature Version 4 scope has a Region", nameof(scope));
        }

        var key = Encoding.UTF8.GetBytes("AWS4" + credential.Secret);
        foreach (var part in (ReadOnlySpan<string>)[scope.Date, scope.Region, scope.Service, CredentialScope.Terminator])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        _key = key;
    }

    public override SigningAlgorithm Algorithm => SigningAlgorithm.V4;

    public override string Sign(ReadOnlySpan<byte> stringToSign)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, stringToSign, mac);
        return Convert.ToHexStringLower(mac);
    }

    public override bool Verify(ReadOnlySpan<byte> stringToSign, ReadOnlySpan<char> signature)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (
            signature.Length != 2 * given.Length
                || Convert.FromHexString(signature, given, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, stringToSign, mac);
        return CryptographicOperations.FixedTimeEquals(mac, given);
    }
}
