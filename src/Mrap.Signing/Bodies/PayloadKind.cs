namespace Mrap.Signing.Bodies;

/// <summary>
/// How a request's body is bound to its signature (AWS page "Signature calculations for the Authorization header", x-amz-content-sha256).
/// </summary>
public enum PayloadKind
{
    /// <summary>The SHA-256 of the whole body is signed.</summary>
    Hashed,

    /// <summary>The body is not under the signature (<c>UNSIGNED-PAYLOAD</c>, and presigned URLs).</summary>
    Unsigned,

    /// <summary>aws-chunked, every chunk signed.</summary>
    SignedChunks,

    /// <summary>aws-chunked, every chunk and the trailing headers signed.</summary>
    SignedChunksWithTrailer,

    /// <summary>aws-chunked with trailing headers, nothing of it signed (<c>STREAMING-UNSIGNED-PAYLOAD-TRAILER</c>).</summary>
    UnsignedChunksWithTrailer,
}
