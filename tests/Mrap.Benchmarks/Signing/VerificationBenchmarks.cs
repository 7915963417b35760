using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Mrap.Signing.Keys;
using Mrap.Signing.Reading;
using Mrap.Signing.Verification;

namespace Mrap.Benchmarks.Signing;

/// <summary>
/// Verification of a V4A request beside the bare public-key operation it cannot do without; the target is a ratio of at most 1.25.
/// </summary>
[MemoryDiagnoser]
public class VerificationBenchmarks
{
    private readonly SigningKeyCache _keys = new();
    private SignatureVerifier _verifier = null!;
    private SignedGet _v4 = null!;
    private SignedGet _v4a = null!;
    private ECDsa _bareKey = null!;
    private byte[] _bareText = null!;
    private byte[] _bareSignature = null!;

    [GlobalSetup]
    public void Setup()
    {
        _verifier = new SignatureVerifier(_keys);
        _v4 = new SignedGet(SigningAlgorithm.V4, _keys);
        _v4a = new SignedGet(SigningAlgorithm.V4A, _keys);
        _bareText = Encoding.UTF8.GetBytes(_v4a.Made.StringToSign);
        _bareKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _bareSignature = _bareKey.SignData(_bareText, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        if (!Accepts(_v4) || !Accepts(_v4a))
        {
            throw new InvalidOperationException("the benchmark's requests are not valid");
        }
    }

    [GlobalCleanup]
    public void Cleanup() => _bareKey.Dispose();

    [Benchmark(Baseline = true)]
    public bool BareEcdsaVerifyData() =>
        _bareKey.VerifyData(_bareText, _bareSignature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    [Benchmark]
    public SignatureVerification VerifyV4A() => _verifier.Verify(_v4a.Request, _v4a.Signature, SignedGet.Credential, SignedGet.Now);

    [Benchmark]
    public bool ReadAndVerifyV4A() => Accepts(_v4a);

    [Benchmark]
    public bool ReadAndVerifyV4() => Accepts(_v4);

    private bool Accepts(SignedGet get) =>
        SignatureReader.Read(get.Request) is SignatureReadResult.Found found
        && _verifier.Verify(get.Request, found.Signature, SignedGet.Credential, SignedGet.Now) is SignatureVerification.Valid;
}
