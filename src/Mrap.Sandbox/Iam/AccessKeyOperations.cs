using System.Collections.Immutable;
using System.Xml;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>Creates, lists, switches and deletes the access keys of users. A secret is told once, when it is made.</summary>
internal sealed class AccessKeyOperations(IdentityStore store, AccessKeyUsage uses, IamAccess access, TimeProvider time) : IQueryOperations
{
    private const int MinKeyId = 16;
    private const int MaxKeyId = 128;

    /// <inheritdoc/>
    public AwsService Service => IamService.Descriptor;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations =>
    [
        new("CreateAccessKey", Create),
        new("ListAccessKeys", List),
        new("UpdateAccessKey", Update),
        new("DeleteAccessKey", Delete),
        new("GetAccessKeyLastUsed", GetLastUsed),
    ];

    private Action<XmlWriter> Create(QueryCall call)
    {
        var (name, key) =
            (IamAccess.UserName(call), new AccessKey(AccessKeyGenerator.KeyId("AKIA"), AccessKeyGenerator.Secret(), time.GetUtcNow()));
        access.Change<IamUser>(call, EntityType.User, name, (_, user) => user.Keys.Length < IamRules.MaxKeys
            ? user with { Keys = user.Keys.Add(key) }
            : throw IamErrors.QuotaExceeded("AccessKeysPerUser", IamRules.MaxKeys));
        return xml => xml.Group("AccessKey", () =>
        {
            xml.Element("UserName", name);
            xml.Element("AccessKeyId", key.Id);
            xml.Element("Status", "Active");
            xml.Element("SecretAccessKey", key.Secret);
            xml.Instant("CreateDate", key.CreatedAt);
        });
    }

    private Action<XmlWriter> List(QueryCall call)
    {
        var user = (IamUser)access.Find(call, EntityType.User, IamAccess.UserName(call));
        var page = Page<AccessKey>.Of(call, user.Keys.OrderBy(key => key.Id, StringComparer.OrdinalIgnoreCase), key => key.Id);
        return xml => xml.Page("AccessKeyMetadata", page, (xml, key) =>
        {
            xml.Element("UserName", user.Name);
            xml.Element("AccessKeyId", key.Id);
            xml.Element("Status", key.IsActive ? "Active" : "Inactive");
            xml.Instant("CreateDate", key.CreatedAt);
        });
    }

    private Action<XmlWriter>? Update(QueryCall call)
    {
        var id = KeyId(call);
        var status = call.Form.Required("Status");
        if (status is not ("Active" or "Inactive"))
        {
            throw QueryErrors.Validation("Status", status, "Member must satisfy enum value set: [Active, Inactive]");
        }

        Change(call, id, (user, key) => user with { Keys = user.Keys.Replace(key, key with { IsActive = status == "Active" }) });
        return null;
    }

    private Action<XmlWriter>? Delete(QueryCall call)
    {
        Change(call, KeyId(call), (user, key) => user with { Keys = user.Keys.Remove(key) });
        return null;
    }

    private Action<XmlWriter> GetLastUsed(QueryCall call)
    {
        var id = KeyId(call);
        var holder = store.Current.FindByKey(id) is { } user && user.Account == call.Caller.Account ? user : null;
        access.Require(call, holder?.Arn ?? "*");
        var name = (holder ?? throw NoSuchKey(id)).Name;
        var use = uses.Find(id);
        return xml =>
        {
            xml.Element("UserName", name);
            xml.Group("AccessKeyLastUsed", () =>
            {
                if (use is not null)
                {
                    xml.Instant("LastUsedDate", use.At);
                }

                xml.Element("ServiceName", use?.Service ?? "N/A");
                xml.Element("Region", use?.Region ?? "N/A");
            });
        };
    }

    private void Change(QueryCall call, string id, Func<IamUser, AccessKey, IamUser> change)
    {
        // Without a name, the user is the one who holds the key that signs, or else the caller.
        var name = call.Form.Optional("UserName") is null
            && store.Current.FindByKey(id) is { } holder
            && holder.Account == call.Caller.Account
            && call.Caller is Caller.Root
            ? holder.Name
            : IamAccess.UserName(call);
        access.Change<IamUser>(call, EntityType.User, name, (_, user) =>
        {
            var key = user.Keys.FirstOrDefault(key => key.Id == id) ?? throw NoSuchKey(id);
            return user.Given.Contains(id) ? throw IamErrors.SetBySettings($"The access key {id}") : change(user, key);
        });
    }

    private static string KeyId(QueryCall call)
    {
        var id = call.Form.Required("AccessKeyId");
        IamRules.CheckLength("AccessKeyId", id, MinKeyId, MaxKeyId);
        return id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? id
            : throw QueryErrors.Validation("AccessKeyId", id, @"Member must satisfy regular expression pattern: [\w]+");
    }

    private static ServiceException NoSuchKey(string id) => IamErrors.NoSuchEntity($"The Access Key with id {id} cannot be found.");
}
