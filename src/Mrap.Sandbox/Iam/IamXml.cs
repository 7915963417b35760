using System.Xml;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>Writes the structures of IAM's answers.</summary>
internal static class IamXml
{
    /// <summary>Writes an instant as IAM does, to the second.</summary>
    public static void Instant(this XmlWriter xml, string name, DateTimeOffset instant) =>
        xml.Element(name, Iso8601.Seconds(instant));

    /// <summary>Writes a policy: percent-encoded (RFC 3986), as IAM gives it.</summary>
    public static void Policy(this XmlWriter xml, string name, PolicyText policy) => xml.Element(name, Uri.EscapeDataString(policy.Text));

    /// <summary>Writes a list.</summary>
    public static void List<T>(this XmlWriter xml, string name, IEnumerable<T> items, Action<XmlWriter, T> write) => xml.Group(name, () =>
    {
        foreach (var item in items)
        {
            xml.Group("member", () => write(xml, item));
        }
    });

    /// <summary>Writes a page of a list.</summary>
    public static void Page<T>(this XmlWriter xml, string name, Page<T> page, Action<XmlWriter, T> write)
    {
        xml.List(name, page.Items, write);
        xml.Paging(page.Marker);
    }

    /// <summary>Writes a page of texts.</summary>
    public static void Page(this XmlWriter xml, string name, Page<string> page) =>
        xml.Page(name, page, static (xml, text) => xml.WriteString(text));

    /// <summary>Writes whether there is more, and where it begins.</summary>
    public static void Paging(this XmlWriter xml, string? marker)
    {
        xml.Element("IsTruncated", marker is not null);
        xml.OptionalElement("Marker", marker);
    }

    /// <summary>Writes a user.</summary>
    /// <param name="xml">The writer.</param>
    /// <param name="isWhole">Whether with its boundary and tags, which lists leave out.</param>
    public static void User(this XmlWriter xml, IamUser user, bool isWhole)
    {
        xml.Element("Path", user.Path);
        xml.Element("UserName", user.Name);
        xml.Element("UserId", user.Id);
        xml.Element("Arn", user.Arn);
        xml.Instant("CreateDate", user.CreatedAt);
        if (isWhole)
        {
            xml.BoundaryAndTags(user);
        }
    }

    /// <summary>Writes a role.</summary>
    /// <param name="xml">The writer.</param>
    /// <param name="isWhole">Whether with its boundary and tags, which lists leave out.</param>
    public static void Role(this XmlWriter xml, IamRole role, bool isWhole)
    {
        xml.Element("Path", role.Path);
        xml.Element("RoleName", role.Name);
        xml.Element("RoleId", role.Id);
        xml.Element("Arn", role.Arn);
        xml.Instant("CreateDate", role.CreatedAt);
        xml.Policy("AssumeRolePolicyDocument", role.Trust);
        xml.OptionalElement("Description", role.Description);
        xml.Element("MaxSessionDuration", role.MaxSessionSeconds);
        if (isWhole)
        {
            xml.BoundaryAndTags(role);
        }
    }

    /// <summary>Writes a tag.</summary>
    public static void Tag(this XmlWriter xml, KeyValuePair<string, string> tag)
    {
        xml.Element("Key", tag.Key);
        xml.Element("Value", tag.Value);
    }

    private static void BoundaryAndTags(this XmlWriter xml, IamEntity entity)
    {
        if (entity.Boundary is { } arn)
        {
            xml.Group("PermissionsBoundary", () =>
            {
                xml.Element("PermissionsBoundaryType", "Policy");
                xml.Element("PermissionsBoundaryArn", arn);
            });
        }

        if (!entity.Tags.IsEmpty)
        {
            xml.List("Tags", entity.Tags, Tag);
        }
    }
}
