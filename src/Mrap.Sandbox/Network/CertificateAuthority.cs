using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Network;

/// <summary>
/// The certificate authority of one installation: made once in the data directory, its key readable by the owner alone and good for the
/// simulated names only, it mints a server certificate for each of them that a client asks for.
/// </summary>
internal sealed class CertificateAuthority : IDisposable
{
    private const string CertificateFile = "ca.pem";
    private const string KeyFile = "ca.key";
    private const int MaxLeaves = 512;
    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(3650);
    private static readonly TimeSpan s_leafLifetime = TimeSpan.FromDays(365);
    private static readonly TimeSpan s_backdate = TimeSpan.FromHours(12);
    private static readonly IPAddress[] s_addresses = [IPAddress.Loopback, IPAddress.IPv6Loopback];

    private readonly X509Certificate2 _authority;
    private readonly ServiceDirectory _services;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, SslStreamCertificateContext> _leaves = new(StringComparer.Ordinal);

    private CertificateAuthority(X509Certificate2 authority, string path, ServiceDirectory services, TimeProvider time)
    {
        _authority = authority;
        _services = services;
        _time = time;
        CertificatePath = path;
        CertificatePem = authority.ExportCertificatePem() + "\n";
    }

    /// <summary>The file that holds the authority's certificate, for clients to trust.</summary>
    public string CertificatePath { get; }

    /// <summary>The authority's certificate as PEM.</summary>
    public string CertificatePem { get; }

    /// <summary>
    /// Opens the authority of a data directory, or makes it. One of an older version, which was not limited to names, is kept: people trust
    /// it already.
    /// </summary>
    /// <param name="directory">The data directory; it exists.</param>
    /// <param name="services">The names for which it may vouch.</param>
    /// <param name="time">Decides whether the certificate is still good.</param>
    /// <param name="logger">Is told of an authority that is good for any name.</param>
    public static CertificateAuthority Open(string directory, ServiceDirectory services, TimeProvider time, ILogger logger)
    {
        var certificatePath = Path.Combine(directory, CertificateFile);
        var keyPath = Path.Combine(directory, KeyFile);
        var authority = Load(certificatePath, keyPath, time) ?? Make(certificatePath, keyPath, time);
        if (!NameConstraints.AreIn(authority))
        {
            NetworkLog.AuthorityIsUnlimited(logger, certificatePath, keyPath);
        }

        return new CertificateAuthority(authority, certificatePath, services, time);
    }

    /// <summary>The certificate for a server name, minted at the first request for it.</summary>
    /// <param name="serverName">The name in the client's hello; a name that is not simulated gets the certificate of
    /// <c>localhost</c>.</param>
    public SslStreamCertificateContext LeafFor(string? serverName)
    {
        var name = serverName is { Length: > 0 and <= 253 } && _services.Contains(serverName)
            ? serverName.ToLowerInvariant()
            : LoopbackHosts.Domain;
        if (_leaves.TryGetValue(name, out var leaf) && leaf.TargetCertificate.NotAfter.ToUniversalTime() > _time.GetUtcNow().UtcDateTime)
        {
            return leaf;
        }

        if (_leaves.Count >= MaxLeaves)
        {
            _leaves.Clear();
        }

        leaf = Mint(name);
        _leaves[name] = leaf;
        return leaf;
    }

    /// <inheritdoc/>
    public void Dispose() => _authority.Dispose();

    private static X509Certificate2? Load(string certificatePath, string keyPath, TimeProvider time)
    {
        if (!File.Exists(certificatePath) || !File.Exists(keyPath))
        {
            return null;
        }

        X509Certificate2 certificate;
        try
        {
            certificate = X509Certificate2.CreateFromPemFile(certificatePath, keyPath);
        }
        catch (CryptographicException)
        {
            // A half-written or foreign pair is worth nothing: a new one takes its place.
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (certificate.NotBefore.ToUniversalTime() <= now && certificate.NotAfter.ToUniversalTime() > now + s_leafLifetime)
        {
            return certificate;
        }

        certificate.Dispose();
        return null;
    }

    private static X509Certificate2 Make(string certificatePath, string keyPath, TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedName(
            $"CN=MRAP Console sandbox {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}, O=MRAP Console");
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(
                certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(NameConstraints.Permit(ServiceDirectory.Domains, s_addresses));
        var now = time.GetUtcNow();
        var certificate = request.CreateSelfSigned(now - s_backdate, now + s_lifetime);

        // The key comes first: a certificate without its key is never left behind.
        OwnerOnly.WriteFile(keyPath, key.ExportPkcs8PrivateKeyPem() + "\n");
        OwnerOnly.WriteFile(certificatePath, certificate.ExportCertificatePem() + "\n");
        return certificate;
    }

    private SslStreamCertificateContext Mint(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        // A common name has at most 64 characters; the names that count are in the subject alternative name.
        var request = new CertificateRequest(new X500DistinguishedName("CN=MRAP Console sandbox"), key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out _))
        {
            names.AddDnsName(LoopbackHosts.Domain);
        }
        else
        {
            names.AddDnsName(name);
        }

        foreach (var address in s_addresses)
        {
            names.AddIpAddress(address);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(
                certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
                _authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var now = _time.GetUtcNow();
        using var signed = request.Create(_authority, now - s_backdate, now + s_leafLifetime, RandomNumberGenerator.GetBytes(16));
        using var withKey = signed.CopyWithPrivateKey(key);
        var leaf = X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), password: null);
        return SslStreamCertificateContext.Create(leaf, additionalCertificates: null, offline: true);
    }
}
