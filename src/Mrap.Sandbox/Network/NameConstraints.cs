using System.Formats.Asn1;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Mrap.Sandbox.Network;

/// <summary>
/// Limits an authority to some names, so that whoever trusts it trusts it for nothing else (RFC 5280, 4.2.1.10, "Name Constraints").
/// </summary>
internal static class NameConstraints
{
    /// <summary>The object identifier of the extension.</summary>
    public const string ObjectId = "2.5.29.30";

    private static readonly Asn1Tag s_permitted = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag s_dnsName = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag s_address = new(TagClass.ContextSpecific, 7);

    /// <summary>The extension that permits names and addresses, and no others of their kinds.</summary>
    /// <param name="domains">Names that are permitted with every name below them.</param>
    /// <param name="addresses">Addresses, each by itself.</param>
    public static X509Extension Permit(IEnumerable<string> domains, IEnumerable<IPAddress> addresses)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(s_permitted))
        {
            foreach (var domain in domains)
            {
                using (writer.PushSequence())
                {
                    writer.WriteCharacterString(UniversalTagNumber.IA5String, domain, s_dnsName);
                }
            }

            foreach (var address in addresses)
            {
                using (writer.PushSequence())
                {
                    writer.WriteOctetString(WithMask(address), s_address);
                }
            }
        }

        return new X509Extension(ObjectId, writer.Encode(), critical: true);
    }

    /// <summary>Whether a certificate has such limits.</summary>
    public static bool AreIn(X509Certificate2 certificate) =>
        certificate.Extensions.Any(extension => extension.Oid?.Value == ObjectId);

    private static byte[] WithMask(IPAddress address)
    {
        var length = address.AddressFamily == AddressFamily.InterNetwork ? 4 : 16;
        return [.. address.GetAddressBytes(), .. Enumerable.Repeat(byte.MaxValue, length)];
    }
}
