using System.Collections.Immutable;

namespace Mrap.Signing.Bodies;

/// <summary>A body that must not be kept: thrown by the streams of this room before they report their end.</summary>
/// <remarks>
/// An exception, since <see cref="Stream"/> offers no other way to refuse; a server turns it into the error answer and drops what it
/// stored.
/// </remarks>
public sealed class BodyFaultException : IOException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="kind">What is wrong.</param>
    /// <param name="message">AWS's message.</param>
    public BodyFaultException(BodyFaultKind kind, string message)
        : base(message) => Kind = kind;

    /// <summary>What is wrong.</summary>
    public BodyFaultKind Kind { get; }

    /// <summary>AWS's error code.</summary>
    public string Code => Kind switch
    {
        BodyFaultKind.SignatureMismatch => "SignatureDoesNotMatch",
        BodyFaultKind.IncompleteBody or BodyFaultKind.LengthMismatch or BodyFaultKind.MalformedChunk => "IncompleteBody",
        BodyFaultKind.ChunkTooSmall => "InvalidChunkSizeError",
        BodyFaultKind.MalformedTrailer => "MalformedTrailerError",
        BodyFaultKind.HashMismatch => "XAmzContentSHA256Mismatch",
        _ => throw new InvalidOperationException($"no code for {Kind}"),
    };

    /// <summary>The HTTP status of the answer, 400 or 403.</summary>
    public int Status => Kind is BodyFaultKind.SignatureMismatch or BodyFaultKind.ChunkTooSmall ? 403 : 400;

    /// <summary>The further elements of AWS's error answer; empty for most kinds.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Details { get; init; } = [];
}
