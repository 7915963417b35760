using System.Security.Cryptography;
using Mrap.Signing.Bodies;

namespace Mrap.Signing.Verification;

/// <content>The lines between the chunks.</content>
internal sealed partial class ChunkDecoder
{
    private void Accept(ReadOnlySpan<byte> line)
    {
        switch (_expecting)
        {
            case Expecting.ChunkHeader:
                BeginChunk(line);
                break;
            case Expecting.ChunkEnd:
                RequireEmpty(line);
                _expecting = Expecting.ChunkHeader;
                break;
            case Expecting.LastChunkEnd:
                RequireEmpty(line);
                _expecting = Expecting.Nothing;
                break;
            default:
                if (_trailers.Accept(line, AnnouncedTrailers) is { } fault)
                {
                    throw Refuse(fault.Kind, fault.Message);
                }

                _expecting = _trailers.AreComplete ? Expecting.Nothing : Expecting.Trailers;
                break;
        }
    }

    private void BeginChunk(ReadOnlySpan<byte> line)
    {
        if (!ChunkHeader.TryParse(line, _chain is not null, out _remaining, out _signature))
        {
            throw Refuse(BodyFaultKind.MalformedChunk, "The chunk header of the request body is malformed.");
        }

        if (_remaining > (DecodedLength ?? long.MaxValue) - _decoded)
        {
            throw Refuse(
                BodyFaultKind.LengthMismatch, "The request body has more bytes than the x-amz-decoded-content-length header says.");
        }

        if (_remaining > 0)
        {
            if (_hadSmallChunk)
            {
                throw Refuse(BodyFaultKind.ChunkTooSmall, "Only the last chunk is allowed to have a size less than 8192 bytes");
            }

            _hadSmallChunk = _remaining < MinimumChunkLength;
            _expecting = Expecting.ChunkBytes;
            return;
        }

        VerifyChunk();
        if (DecodedLength is { } length && _decoded != length)
        {
            throw Refuse(BodyFaultKind.IncompleteBody, "The request body terminated unexpectedly");
        }

        _expecting = _payload.HasTrailer ? Expecting.Trailers : Expecting.LastChunkEnd;
    }

    private void VerifyChunk()
    {
        if (_chain is null)
        {
            return;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(hash);
        if (!_chain.VerifyChunk(hash, _signature))
        {
            throw Refuse(
                BodyFaultKind.SignatureMismatch,
                "The chunk signature we calculated does not match the signature you provided. Check your key and signing method.");
        }
    }

    private bool TryLine(out ReadOnlySpan<byte> line)
    {
        var inTrailers = _expecting == Expecting.Trailers;
        var kind = inTrailers ? BodyFaultKind.MalformedTrailer : BodyFaultKind.MalformedChunk;
        return _buffer.TakeLine(inTrailers ? TrailerLines.MaxLength : MaxHeaderLine, bareFeedEnds: inTrailers, out line) switch
        {
            FramingLine.Whole => true,
            FramingLine.Unfinished => false,
            FramingLine.TooLong => throw Refuse(kind, "A line of the request body's framing is too long."),
            _ => throw Refuse(kind, "A line of the request body's framing does not end with CR LF."),
        };
    }

    private void RequireEmpty(ReadOnlySpan<byte> line)
    {
        if (!line.IsEmpty)
        {
            throw Refuse(BodyFaultKind.MalformedChunk, "A chunk of the request body is longer than its header says.");
        }
    }

    private BodyFaultException Refuse(BodyFaultKind kind, string message) => _fault = new BodyFaultException(kind, message);
}
