namespace Mrap.Signing.Keys;

/// <summary>The two versions of AWS Signature that a request may carry.</summary>
public enum SigningAlgorithm
{
    /// <summary>Signature Version 4: HMAC-SHA256 with a key bound to one day, Region and service (<c>AWS4-HMAC-SHA256</c>).</summary>
    V4,

    /// <summary>
    /// Signature Version 4A: ECDSA on P-256, valid in a set of Regions (<c>AWS4-ECDSA-P256-SHA256</c>). The only one an access point
    /// accepts.
    /// </summary>
    V4A,
}
