using System.Text;
using CsCheck;
using Mrap.Signing.Bodies;
using Mrap.Signing.Canonical;
using Mrap.Signing.Keys;
using Mrap.Signing.Requests;
using Mrap.Signing.Verification;

namespace Mrap.Signing.Tests;

public sealed class ChunkedBodyReaderTests
{
    private static readonly KeyValuePair<string, string>[] s_trailers = [new("x-amz-checksum-crc32", "AAAAAA==")];

    public static TheoryData<SigningAlgorithm, bool, bool> Kinds => new()
    {
        { SigningAlgorithm.V4, true, false },
        { SigningAlgorithm.V4, true, true },
        { SigningAlgorithm.V4, false, true },
        { SigningAlgorithm.V4A, true, false },
        { SigningAlgorithm.V4A, true, true },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_AnyBodyInAnyPieces_GivesItBackWithItsTrailers(SigningAlgorithm algorithm, bool signed, bool trailer) =>
        Gen.Select(
            Gen.Byte.Array[0, 400], Gen.Int[1, 90], Gen.Int[1, 60], Gen.Int[1, 60],
            Gen.Bool).Sample((content, chunkLength, arriving, wanted, sync) =>
        {
            var (wire, open) = Encode(algorithm, signed, trailer, content, chunkLength);
            using var body = open(wire, arriving);

            var read = sync ? Drain(body, wanted) : DrainAsync(body, wanted).GetAwaiter().GetResult();

            read.ShouldBe(content);
            body.Trailers.ShouldBe(trailer ? s_trailers : []);
        }, iter: 100);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_TruncatedAnywhere_IsIncomplete(SigningAlgorithm algorithm, bool signed, bool trailer)
    {
        var (wire, open) = Encode(algorithm, signed, trailer, Content(50), 20);
        for (var length = 0; length < wire.Length; length++)
        {
            using var body = open(wire[..length], 7);

            Fault(body).Code.ShouldBe("IncompleteBody", $"at {length} of {wire.Length}");
        }
    }

    [Theory]
    [InlineData(SigningAlgorithm.V4, false)]
    [InlineData(SigningAlgorithm.V4, true)]
    [InlineData(SigningAlgorithm.V4A, false)]
    [InlineData(SigningAlgorithm.V4A, true)]
    public void Read_AnyByteOfASignedBodyChanged_IsRefused(SigningAlgorithm algorithm, bool trailer)
    {
        var (wire, open) = Encode(algorithm, signed: true, trailer, Content(50), 20);
        for (var place = 0; place < wire.Length; place++)
        {
            var changed = wire.ToArray();
            changed[place] ^= 2;
            using var body = open(changed, 1000);

            Should.Throw<BodyFaultException>(() => Drain(body, 1000), $"at {place}: {(char)wire[place]}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_AnythingAfterTheEnd_IsMalformed(SigningAlgorithm algorithm, bool signed, bool trailer)
    {
        var (wire, open) = Encode(algorithm, signed, trailer, Content(50), 20);
        foreach (var more in new[] { "x", "\r\n", "0\r\n\r\n" })
        {
            using var body = open([.. wire, .. Encoding.ASCII.GetBytes(more)], 7);

            Fault(body).Kind.ShouldBe(BodyFaultKind.MalformedChunk);
        }
    }

    [Fact]
    public void Read_ChunksSwapped_IsSignatureMismatch()
    {
        var (wire, open) = Encode(SigningAlgorithm.V4, signed: true, trailer: false, Content(40), 20);
        var chunk = "14;chunk-signature=".Length + 64 + 2 + 20 + 2;
        byte[] swapped = [.. wire[chunk..(2 * chunk)], .. wire[..chunk], .. wire[(2 * chunk)..]];

        Fault(open(swapped, 1000)).Kind.ShouldBe(BodyFaultKind.SignatureMismatch);
    }

    [Fact]
    public void Read_ChunkTampered_GivesOutNoneOfItsLastBytes()
    {
        var (wire, open) = Encode(SigningAlgorithm.V4, signed: true, trailer: false, Content(20), 20);
        wire["14;chunk-signature=".Length + 64 + 2] ^= 1;
        using var body = open(wire, 1000);

        Should.Throw<BodyFaultException>(() => body.Read(new byte[100])).Kind.ShouldBe(BodyFaultKind.SignatureMismatch);
        Should.Throw<BodyFaultException>(() => body.Read(new byte[100]));
    }

    [Theory]
    [InlineData(49, BodyFaultKind.LengthMismatch)]
    [InlineData(51, BodyFaultKind.IncompleteBody)]
    [InlineData(0, BodyFaultKind.LengthMismatch)]
    public void Read_OtherDecodedLength_IsRefused(long announced, BodyFaultKind kind)
    {
        var (wire, _) = Encode(SigningAlgorithm.V4, signed: false, trailer: true, Content(50), 20);
        using var body = Plain(wire, announced);

        Fault(body).Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("x-amz-checksum-crc32", true)]
    [InlineData(" X-Amz-Checksum-CRC32 ", true)]
    [InlineData(null, false)]
    [InlineData("x-amz-checksum-sha256", false)]
    [InlineData("x-amz-checksum-crc32,x-amz-checksum-sha256", false)]
    [InlineData("", false)]
    public void Read_Trailers_AreThoseAnnounced(string? announced, bool accepted)
    {
        var (wire, _) = Encode(SigningAlgorithm.V4, signed: false, trailer: true, Content(50), 20);
        using var body = Plain(wire, 50, announced);

        if (accepted)
        {
            Drain(body, 10).Length.ShouldBe(50);
        }
        else
        {
            Fault(body).Code.ShouldBe("MalformedTrailerError");
        }
    }

    [Fact]
    public void Read_ShortUnsignedChunkBeforeAnother_IsInvalidChunkSize()
    {
        using var body = new ChunkedBodyReader(
            new MemoryStream("1\r\na\r\n1\r\nb\r\n0\r\n\r\n"u8.ToArray()), PayloadDeclaration.Streaming(SigningAlgorithm.V4, false, true),
            null);

        var fault = Fault(body);

        fault.Code.ShouldBe("InvalidChunkSizeError");
        fault.Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("\r\n", BodyFaultKind.MalformedChunk)]
    [InlineData("g\r\n", BodyFaultKind.MalformedChunk)]
    [InlineData("-1\r\n", BodyFaultKind.MalformedChunk)]
    [InlineData(" 1\r\na\r\n0\r\n\r\n", BodyFaultKind.MalformedChunk)]
    [InlineData("1\na\n0\n\n", BodyFaultKind.MalformedChunk)]
    [InlineData("1\r\nab\r\n0\r\n\r\n", BodyFaultKind.MalformedChunk)]
    [InlineData("ffffffffffffffff\r\n", BodyFaultKind.MalformedChunk)]
    [InlineData("fffffffffffffff\r\n", BodyFaultKind.LengthMismatch)]
    [InlineData("0;chunk-signature=00\r\n\r\n", BodyFaultKind.MalformedChunk)]
    [InlineData("0\r\nno colon\r\n\r\n", BodyFaultKind.MalformedTrailer)]
    [InlineData("0\r\n:no-name\r\n\r\n", BodyFaultKind.MalformedTrailer)]
    [InlineData("0\r\na:1\r\nA:2\r\n\r\n", BodyFaultKind.MalformedTrailer)]
    public void Read_BrokenFraming_IsRefused(string wire, BodyFaultKind kind)
    {
        using var body = new ChunkedBodyReader(
            new MemoryStream(Encoding.ASCII.GetBytes(wire)), PayloadDeclaration.Streaming(SigningAlgorithm.V4, false, true),
            null)
        { DecodedLength = wire.StartsWith('0') ? 0 : 1 };

        Fault(body).Kind.ShouldBe(kind);
    }

    [Fact]
    public void Read_LineWithoutEnd_IsRefusedEarly()
    {
        var endless = new EndlessStream();
        using var header = new ChunkedBodyReader(endless, PayloadDeclaration.Streaming(SigningAlgorithm.V4, false, true), null);
        using var trailer =
            new ChunkedBodyReader(new EndlessStream("0\r\n"), PayloadDeclaration.Streaming(SigningAlgorithm.V4, false, true), null);

        Fault(header).Kind.ShouldBe(BodyFaultKind.MalformedChunk);
        Fault(trailer).Kind.ShouldBe(BodyFaultKind.MalformedTrailer);
        endless.Given.ShouldBeLessThan(128 * 1024);
    }

    [Fact]
    public void Read_ManyTrailerLines_IsRefusedEarly()
    {
        var wire = new StringBuilder("0\r\n");
        for (var i = 0; i < 2000; i++)
        {
            wire.Append("x-amz-meta-").Append(i).Append(":v\r\n");
        }

        using var body = new ChunkedBodyReader(
            new MemoryStream(Encoding.ASCII.GetBytes(wire.ToString())), PayloadDeclaration.Streaming(SigningAlgorithm.V4, false, true),
            null);

        Fault(body).Kind.ShouldBe(BodyFaultKind.MalformedTrailer);
    }

    [Theory]
    [InlineData(8191, false)]
    [InlineData(8192, true)]
    public async Task Read_SignedChunksBelow8192Bytes_AreTakenOnlyAtTheEnd(int chunkLength, bool accepted)
    {
        var content = Content(chunkLength + 100);
        var request = Request(SigningAlgorithm.V4, true, false, out var payload, out var signed);
        using var wire = new MemoryStream();
        await new ChunkedBodyWriter(payload, signed.Chunks, chunkLength).WriteAsync(
            new MemoryStream(content), wire, null, TestContext.Current.CancellationToken);
        var valid = Example.Verify(request).ShouldBeOfType<SignatureVerification.Valid>();
        using var body = new ChunkedBodyReader(new MemoryStream(wire.ToArray()), payload, valid.Chunks);

        if (accepted)
        {
            Drain(body, 1000).ShouldBe(content);
        }
        else
        {
            Fault(body).Code.ShouldBe("InvalidChunkSizeError");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task EncodedLength_AnyBody_IsWhatIsWritten(SigningAlgorithm algorithm, bool signed, bool trailer)
    {
        foreach (var (length, chunkLength) in new[] { (0, 10), (9, 10), (10, 10), (11, 10), (500, 64) })
        {
            Request(algorithm, signed, trailer, out var payload, out var made);
            var writer = new ChunkedBodyWriter(payload, made.Chunks, chunkLength);
            using var wire = new MemoryStream();

            await writer.WriteAsync(new MemoryStream(Content(length)), wire, () => s_trailers, TestContext.Current.CancellationToken);

            writer.EncodedLength(length, s_trailers).ShouldBe(wire.Length);
        }
    }

    [Fact]
    public async Task Read_LargeBody_HoldsOneBuffer()
    {
        Request(SigningAlgorithm.V4, false, true, out var payload, out _);
        const long Length = 64L * 1024 * 1024;
        var header = Encoding.ASCII.GetBytes($"{Length:x}\r\n");
        await using var body = new ChunkedBodyReader(new EndlessStream(Encoding.ASCII.GetString(header)), payload, null);
        var buffer = new byte[32 * 1024];
        long read = 0;
        var before = GC.GetTotalAllocatedBytes(precise: true);

        while (read < Length)
        {
            read += body.Read(buffer);
        }

        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(8 * 1024 * 1024);
    }

    private static SignableRequest Request(
        SigningAlgorithm algorithm, bool signed, bool trailer, out PayloadDeclaration payload, out SignedRequest made)
    {
        var request = Example.Request("PUT", "/key");
        payload = PayloadDeclaration.Streaming(algorithm, signed, trailer);
        made = Example.Signer.Sign(request, Example.For(algorithm), Example.Now, payload);
        return request;
    }

    private static (byte[] Wire, Func<byte[], int, ChunkedBodyReader> Open) Encode(
        SigningAlgorithm algorithm, bool signed, bool trailer, byte[] content, int chunkLength)
    {
        var request = Request(algorithm, signed, trailer, out var payload, out var made);
        using var wire = new MemoryStream();
        new ChunkedBodyWriter(payload, made.Chunks, chunkLength)
            .WriteAsync(new MemoryStream(content), wire, () => s_trailers, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        return (wire.ToArray(), (bytes, arriving) => new ChunkedBodyReader(
            new PieceStream(bytes, arriving), payload, Example.Verify(request).ShouldBeOfType<SignatureVerification.Valid>().Chunks)
        {
            DecodedLength = content.Length,
            AnnouncedTrailers = trailer ? "x-amz-checksum-crc32" : null,
            MinimumChunkLength = 0,
        });
    }

    private static ChunkedBodyReader Plain(byte[] wire, long decodedLength, string? announced = null) =>
        new(
            new MemoryStream(wire), PayloadDeclaration.Streaming(SigningAlgorithm.V4, signed: false, trailer: true),
            null)
        { DecodedLength = decodedLength, AnnouncedTrailers = announced, MinimumChunkLength = 0 };

    private static byte[] Content(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 7))];

    private static BodyFaultException Fault(Stream body) => Should.Throw<BodyFaultException>(() => Drain(body, 1000));

    private static byte[] Drain(Stream body, int wanted)
    {
        using var all = new MemoryStream();
        var buffer = new byte[wanted];
        for (var read = body.Read(buffer); read > 0; read = body.Read(buffer))
        {
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    private static async Task<byte[]> DrainAsync(Stream body, int wanted)
    {
        using var all = new MemoryStream();
        await body.CopyToAsync(all, wanted);
        return all.ToArray();
    }
}
