using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Mrap.Sandbox.Network;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Tests.Network;

/// <summary>Whoever trusts the sandbox's authority trusts it for the simulated names and for nothing else.</summary>
public sealed class CertificateAuthorityTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mrap-ca-");

    private string CertificatePath => Path.Combine(_directory.FullName, "ca.pem");

    private string KeyPath => Path.Combine(_directory.FullName, "ca.key");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("s3.eu-west-1.amazonaws.com")]
    [InlineData("bucket.with.dots.s3.eu-west-1.amazonaws.com")]
    [InlineData("mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com")]
    [InlineData("111122223333.s3-control.us-west-2.amazonaws.com")]
    [InlineData("localhost")]
    [InlineData("bucket.localhost")]
    [InlineData("127.0.0.1")]
    public void Leaf_OfASimulatedName_IsTrustedWithTheAuthority(string name)
    {
        using var authority = Open(NullLogger.Instance);

        var leaf = authority.LeafFor(name).TargetCertificate;

        leaf.MatchesHostname(name).ShouldBeTrue();
        Chain(leaf).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("example.com")]
    [InlineData("amazonaws.com.example.com")]
    [InlineData("notamazonaws.com")]
    [InlineData("www.amazon.com")]
    public void Leaf_OfAnotherName_IsNotTrustedThoughTheAuthoritySignedIt(string name)
    {
        Open(NullLogger.Instance).Dispose();
        using var leaf = Forge(names => names.AddDnsName(name));

        Chain(leaf).ShouldNotBeEmpty();
    }

    [Fact]
    public void Leaf_OfAnotherAddress_IsNotTrustedThoughTheAuthoritySignedIt()
    {
        Open(NullLogger.Instance).Dispose();
        using var leaf = Forge(names => names.AddIpAddress(new([192, 0, 2, 1])));

        Chain(leaf).ShouldNotBeEmpty();
    }

    [Fact]
    public void Forged_OfASimulatedName_WouldBeTrusted()
    {
        Open(NullLogger.Instance).Dispose();
        using var leaf = Forge(names => names.AddDnsName("s3.amazonaws.com"));

        Chain(leaf).ShouldBeEmpty();
    }

    [Fact]
    public void Authority_Made_HasCriticalConstraints()
    {
        var log = new AuthorityLog();
        Open(log).Dispose();

        using var certificate = X509CertificateLoader.LoadCertificateFromFile(CertificatePath);

        certificate.Extensions.Single(extension => extension.Oid?.Value == NameConstraints.ObjectId).Critical.ShouldBeTrue();
        log.Texts.ShouldBeEmpty();
    }

    [Fact]
    public void Authority_OfAnOlderVersion_IsKeptAndSaidToBeUnlimited()
    {
        var pem = MakeUnlimited();
        var log = new AuthorityLog();

        using var authority = Open(log);

        authority.CertificatePem.Trim().ShouldBe(pem);
        Chain(authority.LeafFor("s3.amazonaws.com").TargetCertificate).ShouldBeEmpty();
        log.Texts.ShouldHaveSingleItem().ShouldContain($"The certificate authority {CertificatePath} is good for any name");
    }

    private CertificateAuthority Open(ILogger logger) =>
        CertificateAuthority.Open(_directory.FullName, new ServiceDirectory([]), TimeProvider.System, logger);

    private string MakeUnlimited()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=older", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(9));
        File.WriteAllText(KeyPath, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(CertificatePath, certificate.ExportCertificatePem());
        return certificate.ExportCertificatePem();
    }

    // what somebody with the authority's key could sign
    private X509Certificate2 Forge(Action<SubjectAlternativeNameBuilder> add)
    {
        using var issuer = X509Certificate2.CreateFromPemFile(CertificatePath, KeyPath);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=forged", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        add(names);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.Create(issuer, now.AddHours(-1), now.AddDays(1), RandomNumberGenerator.GetBytes(16));
    }

    private List<X509ChainStatusFlags> Chain(X509Certificate2 leaf)
    {
        using var root = X509CertificateLoader.LoadCertificateFromFile(CertificatePath);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.Build(leaf);
        return [.. chain.ChainStatus.Select(status => status.Status)];
    }

    private sealed class AuthorityLog : ILogger
    {
        public List<string> Texts { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Texts.Add(formatter(state, exception));
    }
}
