using Mrap.Signing.Keys;
using Mrap.Signing.Text;

namespace Mrap.Signing.Bodies;

/// <summary>The value of x-amz-content-sha256, understood.</summary>
/// <param name="Kind">How the body is bound to the signature.</param>
/// <param name="Text">The value as it stands in the canonical request: 64 hexadecimal digits for <see cref="PayloadKind.Hashed"/>, a fixed
/// word otherwise.</param>
public readonly record struct PayloadDeclaration(PayloadKind Kind, string Text)
{
    /// <summary>The SHA-256 of no bytes, in hexadecimal.</summary>
    public const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>The word for a body outside the signature.</summary>
    public const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    /// <summary>The word for unsigned chunks with trailing headers.</summary>
    public const string StreamingUnsignedTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    private const string StreamingV4 = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private const string StreamingV4Trailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    private const string StreamingV4A = "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD";
    private const string StreamingV4ATrailer = "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER";

    /// <summary>Whether the body is in aws-chunked framing.</summary>
    public bool IsChunked =>
        Kind is PayloadKind.SignedChunks or PayloadKind.SignedChunksWithTrailer or PayloadKind.UnsignedChunksWithTrailer;

    /// <summary>Whether trailing headers follow the last chunk.</summary>
    public bool HasTrailer => Kind is PayloadKind.SignedChunksWithTrailer or PayloadKind.UnsignedChunksWithTrailer;

    /// <summary>Whether the chunks carry signatures.</summary>
    public bool HasSignedChunks => Kind is PayloadKind.SignedChunks or PayloadKind.SignedChunksWithTrailer;

    /// <summary>The declaration of a body outside the signature.</summary>
    public static PayloadDeclaration Unsigned => new(PayloadKind.Unsigned, UnsignedPayload);

    /// <summary>The declaration for a kind of body sent in chunks.</summary>
    /// <param name="algorithm">The algorithm of the request.</param>
    /// <param name="signed">Whether the chunks are signed.</param>
    /// <param name="trailer">Whether trailing headers follow; unsigned chunks always have them.</param>
    /// <returns>The declaration.</returns>
    public static PayloadDeclaration Streaming(SigningAlgorithm algorithm, bool signed, bool trailer) => (algorithm, signed, trailer) switch
    {
        (_, false, _) => new(PayloadKind.UnsignedChunksWithTrailer, StreamingUnsignedTrailer),
        (SigningAlgorithm.V4A, true, false) => new(PayloadKind.SignedChunks, StreamingV4A),
        (SigningAlgorithm.V4A, true, true) => new(PayloadKind.SignedChunksWithTrailer, StreamingV4ATrailer),
        (_, true, false) => new(PayloadKind.SignedChunks, StreamingV4),
        (_, true, true) => new(PayloadKind.SignedChunksWithTrailer, StreamingV4Trailer),
    };

    /// <summary>Reads the header's value.</summary>
    /// <param name="text">The value of x-amz-content-sha256.</param>
    /// <param name="algorithm">The algorithm of the request, with which signed chunks must agree.</param>
    /// <param name="declaration">The declaration, or the default.</param>
    /// <returns>Whether the value is a SHA-256 in hexadecimal or one of AWS's words fitting the algorithm.</returns>
    public static bool TryParse(string text, SigningAlgorithm algorithm, out PayloadDeclaration declaration)
    {
        declaration = (text, algorithm) switch
        {
            (UnsignedPayload, _) => Unsigned,
            (StreamingUnsignedTrailer, _) => new(PayloadKind.UnsignedChunksWithTrailer, StreamingUnsignedTrailer),
            (StreamingV4, SigningAlgorithm.V4) => new(PayloadKind.SignedChunks, StreamingV4),
            (StreamingV4Trailer, SigningAlgorithm.V4) => new(PayloadKind.SignedChunksWithTrailer, StreamingV4Trailer),
            (StreamingV4A, SigningAlgorithm.V4A) => new(PayloadKind.SignedChunks, StreamingV4A),
            (StreamingV4ATrailer, SigningAlgorithm.V4A) => new(PayloadKind.SignedChunksWithTrailer, StreamingV4ATrailer),
            _ when text.Length == 64 && !text.AsSpan().ContainsAnyExcept(Hex.Digits) => new(PayloadKind.Hashed, text),
            _ => default,
        };
        return declaration.Text is not null;
    }
}
