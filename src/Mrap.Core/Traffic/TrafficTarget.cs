using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Core.Traffic;

/// <summary>Where generated traffic goes, and with whose key. A class, so that nothing prints the secret.</summary>
/// <param name="accessPoint">The access point.</param>
/// <param name="proxyPort">The port of the CONNECT proxy on loopback.</param>
/// <param name="certificatePem">The authority that the proxy's certificates are of.</param>
/// <param name="accessKeyId">The key.</param>
/// <param name="secretAccessKey">Its secret.</param>
public sealed class TrafficTarget(
    AccessPoint accessPoint, int proxyPort, string certificatePem, string accessKeyId, string secretAccessKey)
{
    /// <summary>The alias of the access point.</summary>
    public AccessPointAlias Alias => accessPoint.Alias;

    /// <summary>The buckets of the access point.</summary>
    public ImmutableArray<MemberBucket> Members => accessPoint.Members;

    /// <summary>The port of the CONNECT proxy on loopback.</summary>
    public int ProxyPort => proxyPort;

    /// <summary>The authority that the proxy's certificates are of, as PEM.</summary>
    public string CertificatePem => certificatePem;

    /// <summary>The key.</summary>
    public string AccessKeyId => accessKeyId;

    /// <summary>Its secret.</summary>
    public string SecretAccessKey => secretAccessKey;
}
