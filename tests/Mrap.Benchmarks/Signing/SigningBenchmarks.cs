using BenchmarkDotNet.Attributes;
using Mrap.Signing.Bodies;
using Mrap.Signing.Canonical;
using Mrap.Signing.Keys;
using Mrap.Signing.Reading;
using Mrap.Signing.Requests;

namespace Mrap.Benchmarks.Signing;

/// <summary>Signing, and the parts it is made of.</summary>
[MemoryDiagnoser]
public class SigningBenchmarks
{
    private readonly SigningKeyCache _keys = new();
    private readonly CredentialScope _scope = new("20261122", "us-east-1", "s3");
    private RequestSigner _signer = null!;
    private SignedGet _get = null!;

    [GlobalSetup]
    public void Setup()
    {
        _signer = new RequestSigner(_keys);
        _get = new SignedGet(SigningAlgorithm.V4, _keys);
    }

    [Benchmark]
    public string CanonicalRequestAsText() =>
        CanonicalRequest.Build(_get.Request, _get.Signature.SignedHeaders, PayloadDeclaration.EmptyHash, s3Rules: true);

    [Benchmark]
    public SignatureReadResult ReadHeader() => SignatureReader.Read(_get.Request);

    [Benchmark]
    public SigningKey DeriveV4Key() => SigningKey.Derive(SigningAlgorithm.V4, SignedGet.Credential, _scope);

    [Benchmark]
    public SignedRequest SignV4() => _signer.Sign(SignedGet.Unsigned(), _get.Parameters, SignedGet.Now, SignedGet.EmptyBody);

    [Benchmark]
    public SignedRequest SignV4A() =>
        _signer.Sign(
            SignedGet.Unsigned(), _get.Parameters with { Algorithm = SigningAlgorithm.V4A, Region = "*" }, SignedGet.Now,
            SignedGet.EmptyBody);
}
