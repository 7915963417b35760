using System.Xml;
using Mrap.Sandbox.Iam;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Sts;

/// <summary>Writes temporary credentials.</summary>
internal static class CredentialsXml
{
    /// <summary>Writes the credentials of a session.</summary>
    public static void Write(XmlWriter xml, TemporarySession session) => xml.Group("Credentials", () =>
    {
        xml.Element("AccessKeyId", session.AccessKeyId);
        xml.Element("SecretAccessKey", session.Secret);
        xml.Element("SessionToken", session.Token);
        xml.Instant("Expiration", session.ExpiresAt);
    });
}
