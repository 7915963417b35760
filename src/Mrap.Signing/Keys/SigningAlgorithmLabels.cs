namespace Mrap.Signing.Keys;

/// <summary>
/// The names the wire gives to the algorithms and to what they sign (AWS page "Elements of an AWS API request signature").
/// </summary>
public static class SigningAlgorithmLabels
{
    /// <summary>The label of Signature Version 4.</summary>
    public const string V4 = "AWS4-HMAC-SHA256";

    /// <summary>The label of Signature Version 4A.</summary>
    public const string V4A = "AWS4-ECDSA-P256-SHA256";

    /// <summary>The label written into Authorization headers, query parameters and strings to sign.</summary>
    /// <returns>The label, such as <c>AWS4-HMAC-SHA256</c>.</returns>
    public static string Label(this SigningAlgorithm algorithm) => algorithm == SigningAlgorithm.V4A ? V4A : V4;

    /// <summary>The first line of the string to sign of one chunk.</summary>
    /// <param name="algorithm">The algorithm of the request.</param>
    /// <returns>The label, such as <c>AWS4-HMAC-SHA256-PAYLOAD</c>.</returns>
    public static string ChunkLabel(this SigningAlgorithm algorithm) =>
        algorithm == SigningAlgorithm.V4A ? V4A + "-PAYLOAD" : V4 + "-PAYLOAD";

    /// <summary>The first line of the string to sign of the trailing headers.</summary>
    /// <param name="algorithm">The algorithm of the request.</param>
    /// <returns>The label, such as <c>AWS4-HMAC-SHA256-TRAILER</c>.</returns>
    public static string TrailerLabel(this SigningAlgorithm algorithm) =>
        algorithm == SigningAlgorithm.V4A ? V4A + "-TRAILER" : V4 + "-TRAILER";
}
