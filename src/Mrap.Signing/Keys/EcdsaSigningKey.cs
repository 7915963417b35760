using System.Buffers;
using System.Collections.Concurrent;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Mrap.Signing.Keys;

/// <summary>The V4A key of one credential: a P-256 pair derived from the secret, the same for every day, Region and service.</summary>
/// <remarks>Source: AWS page "Create a signed AWS API request", key derivation for Signature Version 4A.</remarks>
internal sealed class EcdsaSigningKey : SigningKey
{
    private const int MaxDerBytes = 80;

    private static readonly BigInteger s_orderMinusTwo = new BigInteger(
        Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true) - 2;

    private readonly ECParameters _parameters;

    // An ECDsa object is not documented as safe for concurrent use, so each call borrows its own.
    private readonly ConcurrentQueue<ECDsa> _idle = new();

    public EcdsaSigningKey(AwsCredential credential)
    {
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = DeriveScalar(credential) });
        _parameters = key.ExportParameters(includePrivateParameters: true);
    }

    public override SigningAlgorithm Algorithm => SigningAlgorithm.V4A;

    public override string Sign(ReadOnlySpan<byte> stringToSign)
    {
        Span<byte> der = stackalloc byte[MaxDerBytes];
        var key = Borrow();
        if (!key.TrySignData(stringToSign, der, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence, out var written))
        {
            throw new CryptographicException("a P-256 signature is longer than its DER form can be");
        }

        _idle.Enqueue(key);
        return Convert.ToHexStringLower(der[..written]);
    }

    public override bool Verify(ReadOnlySpan<byte> stringToSign, ReadOnlySpan<char> signature)
    {
        Span<byte> der = stackalloc byte[MaxDerBytes];
        if (
            signature.Length is 0 or > 2 * MaxDerBytes
                || Convert.FromHexString(signature, der, out _, out var written) != OperationStatus.Done)
        {
            return false;
        }

        var key = Borrow();
        var valid = key.VerifyData(stringToSign, der[..written], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        _idle.Enqueue(key);
        return valid;
    }

    private ECDsa Borrow() => _idle.TryDequeue(out var key) ? key : ECDsa.Create(_parameters);

    private static byte[] DeriveScalar(AwsCredential credential)
    {
        var secret = Encoding.UTF8.GetBytes("AWS4A" + credential.Secret);
        var accessKeyId = Encoding.UTF8.GetBytes(credential.AccessKeyId);
        byte[] input = [0, 0, 0, 1, .. "AWS4-ECDSA-P256-SHA256"u8, 0, .. accessKeyId, 0, 0, 0, 1, 0];
        for (var counter = 1; counter <= 254; counter++)
        {
            input[^5] = (byte)counter;
            var candidate = new BigInteger(HMACSHA256.HashData(secret, input), isUnsigned: true, isBigEndian: true);
            if (candidate <= s_orderMinusTwo)
            {
                var scalar = new byte[32];
                var bytes = (candidate + 1).ToByteArray(isUnsigned: true, isBigEndian: true);
                bytes.CopyTo(scalar, scalar.Length - bytes.Length);
                return scalar;
            }
        }

        throw new CryptographicException("no Signature Version 4A key can be derived from the credential");
    }
}
