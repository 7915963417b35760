using System.Security.Cryptography;
using Mrap.Signing.Bodies;

namespace Mrap.Signing.Verification;

/// <summary>A body whose SHA-256 was signed; refused at its end when the hash differs.</summary>
public sealed class HashVerifyingStream : VerifiedBodyStream
{
    private readonly Stream _body;
    private readonly string _expected;
    private IncrementalHash? _hash;
    private BodyFaultException? _fault;
    private bool _ended;

    /// <summary>Wraps a body.</summary>
    /// <param name="body">The body as sent; not disposed.</param>
    /// <param name="sha256">The signed SHA-256, 64 hexadecimal digits.</param>
    public HashVerifyingStream(Stream body, string sha256)
    {
        _body = body;
        _expected = sha256;
    }

    /// <inheritdoc/>
    /// <exception cref="BodyFaultException">The body ended with another hash.</exception>
    public override int Read(Span<byte> buffer)
    {
        ThrowIfFaulty();
        return _ended || buffer.IsEmpty ? 0 : Check(buffer, _body.Read(buffer));
    }

    /// <inheritdoc/>
    /// <exception cref="BodyFaultException">The body ended with another hash.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ThrowIfFaulty();
        if (_ended || buffer.IsEmpty)
        {
            return 0;
        }

        var read = await _body.ReadAsync(buffer, cancellationToken);
        return Check(buffer.Span, read);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash?.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Check(ReadOnlySpan<byte> buffer, int read)
    {
        if (read > 0)
        {
            _hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            _hash.AppendData(buffer[..read]);
            return read;
        }

        _ended = true;
        Span<byte> actual = stackalloc byte[SHA256.HashSizeInBytes];
        if (_hash is null)
        {
            SHA256.HashData([], actual);
        }
        else
        {
            _hash.GetCurrentHash(actual);
        }

        var shown = Convert.ToHexStringLower(actual);
        if (!shown.Equals(_expected, StringComparison.OrdinalIgnoreCase))
        {
            _fault = new BodyFaultException(
                BodyFaultKind.HashMismatch, "The provided 'x-amz-content-sha256' header does not match what was computed.")
            {
                Details = [new("ClientComputedContentSHA256", _expected), new("S3ComputedContentSHA256", shown)],
            };
            throw _fault;
        }

        return 0;
    }

    private void ThrowIfFaulty()
    {
        if (_fault is not null)
        {
            throw _fault;
        }
    }
}
