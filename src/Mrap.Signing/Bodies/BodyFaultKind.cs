namespace Mrap.Signing.Bodies;

/// <summary>What is wrong with a body that was checked while it was read.</summary>
public enum BodyFaultKind
{
    /// <summary>A chunk or the trailing headers are not what was signed (<c>SignatureDoesNotMatch</c>, 403).</summary>
    SignatureMismatch,

    /// <summary>The body ended early (<c>IncompleteBody</c>, 400).</summary>
    IncompleteBody,

    /// <summary>The chunk framing cannot be read, or something follows its end (<c>IncompleteBody</c>, 400).</summary>
    MalformedChunk,

    /// <summary>A chunk other than the last is shorter than 8192 bytes (<c>InvalidChunkSizeError</c>, 403).</summary>
    ChunkTooSmall,

    /// <summary>The decoded bytes are more than x-amz-decoded-content-length says (<c>IncompleteBody</c>, 400).</summary>
    LengthMismatch,

    /// <summary>The trailing headers cannot be read, or are not those announced (<c>MalformedTrailerError</c>, 400).</summary>
    MalformedTrailer,

    /// <summary>The whole body has another SHA-256 than signed (<c>XAmzContentSHA256Mismatch</c>, 400).</summary>
    HashMismatch,
}
