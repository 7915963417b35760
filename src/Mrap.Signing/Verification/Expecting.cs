namespace Mrap.Signing.Verification;

/// <summary>What comes next in a body of aws-chunked framing.</summary>
internal enum Expecting
{
    /// <summary>The line with the length of a chunk, and its signature.</summary>
    ChunkHeader,

    /// <summary>Bytes of a chunk.</summary>
    ChunkBytes,

    /// <summary>The end of line after a chunk.</summary>
    ChunkEnd,

    /// <summary>The end of line after the last chunk, which is empty.</summary>
    LastChunkEnd,

    /// <summary>Trailing headers, or the empty line after them.</summary>
    Trailers,

    /// <summary>Nothing but the end of the stream.</summary>
    Nothing,

    /// <summary>Nothing: the body has ended.</summary>
    End,
}
