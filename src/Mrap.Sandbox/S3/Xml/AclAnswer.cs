using Mrap.Core.AccessPoints;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Xml;

/// <summary>Writes the only access control list there is where lists are disabled: full control for the owner.</summary>
internal static class AclAnswer
{
    private const string XmlSchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Answers with the list.</summary>
    public static Task WriteAsync(S3Request request, AccountId owner)
    {
        var id = CanonicalUserId.Of(owner);
        return S3XmlAnswer.WriteAsync(request, "AccessControlPolicy", writer =>
        {
            writer.Start("Owner");
            writer.Element("ID", id);
            writer.WriteEndElement();
            writer.Start("AccessControlList");
            writer.Start("Grant");
            writer.Start("Grantee");
            writer.WriteAttributeString("xsi", "type", XmlSchemaInstance, "CanonicalUser");
            writer.Element("ID", id);
            writer.WriteEndElement();
            writer.Element("Permission", "FULL_CONTROL");
            writer.WriteEndElement();
            writer.WriteEndElement();
        });
    }
}
