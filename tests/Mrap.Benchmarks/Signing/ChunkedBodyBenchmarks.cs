using BenchmarkDotNet.Attributes;
using Mrap.Signing.Bodies;
using Mrap.Signing.Keys;
using Mrap.Signing.Requests;
using Mrap.Signing.Verification;

namespace Mrap.Benchmarks.Signing;

/// <summary>Decoding and checking 16 MiB sent in signed chunks of 64 KiB.</summary>
[MemoryDiagnoser]
public class ChunkedBodyBenchmarks
{
    private const int Length = 16 * 1024 * 1024;

    private readonly SigningKeyCache _keys = new();
    private readonly byte[] _buffer = new byte[64 * 1024];
    private byte[] _wire = null!;
    private PayloadDeclaration _payload;
    private SignedRequest _made = null!;

    [Params(SigningAlgorithm.V4, SigningAlgorithm.V4A)]
    public SigningAlgorithm Algorithm { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _payload = PayloadDeclaration.Streaming(Algorithm, signed: true, trailer: false);
        var parameters = new SigningParameters(Algorithm, SignedGet.Credential, "us-east-1", "s3");
        _made = new RequestSigner(_keys).Sign(SignedGet.Unsigned(), parameters, SignedGet.Now, _payload);
        using var wire = new MemoryStream();
        await new ChunkedBodyWriter(_payload, _made.Chunks).WriteAsync(
            new MemoryStream(new byte[Length]), wire, trailers: null, CancellationToken.None);
        _wire = wire.ToArray();
    }

    [Benchmark]
    public async Task<long> ReadAsync()
    {
        var key = _keys.Get(Algorithm, SignedGet.Credential, _made.Signature.Scope);
        var chain = new ChunkSignatureChain(key, SignedGet.Now, _made.Signature.Scope, _made.Signature.Signature);
        await using var body = new ChunkedBodyReader(new MemoryStream(_wire), _payload, chain) { DecodedLength = Length };
        long total = 0;
        for (var read = await body.ReadAsync(_buffer); read > 0; read = await body.ReadAsync(_buffer))
        {
            total += read;
        }

        return total;
    }
}
