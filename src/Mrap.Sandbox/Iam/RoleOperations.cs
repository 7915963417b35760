using System.Collections.Immutable;
using System.Xml;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>Creates, shows, changes and deletes roles.</summary>
internal sealed class RoleOperations(IdentityStore store, IamAccess access, IPrincipalRegister principals, TimeProvider time)
    : IQueryOperations
{
    private const int MaxName = 64;
    private const int MaxDescription = 1000;
    private const int LeastSession = 3600;
    private const int MaxSession = 43_200;

    /// <inheritdoc/>
    public AwsService Service => IamService.Descriptor;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations =>
    [
        new("CreateRole", Create),
        new("GetRole", Get),
        new("ListRoles", List),
        new("UpdateRole", Update),
        new("UpdateAssumeRolePolicy", UpdateTrust),
        new("DeleteRole", Delete),
        new("ListInstanceProfilesForRole", ListInstanceProfiles),
    ];

    private Action<XmlWriter> Create(QueryCall call)
    {
        var (name, path, tags) = (IamRules.Name(call, "RoleName", MaxName), IamRules.Path(call), IamRules.Tags(call));
        var boundary = Boundaries.Read(call);
        var description = IamRules.Text(call, "Description", MaxDescription);
        var seconds = call.Form.Number("MaxSessionDuration", LeastSession, MaxSession) ?? LeastSession;
        call.Form.Required("AssumeRolePolicyDocument");
        var account = call.Caller.Account;
        access.Require(
            call, IamEntity.ArnOf(account, EntityType.Role, path + name), [.. IamKeys.OfBoundary(boundary), .. IamKeys.OfRequest(tags)]);
        var trust = PolicyDocuments.Trust(call, "AssumeRolePolicyDocument", principals);
        var role = store.InTransaction(all =>
        {
            if (all.Find(EntityType.Role, account, name) is { } taken)
            {
                throw IamErrors.AlreadyExists(EntityType.Role, taken.Name);
            }

            if (all.EntitiesOf(account).Count(entity => entity.Type == EntityType.Role) >= IamRules.MaxRoles)
            {
                throw IamErrors.QuotaExceeded("RolesPerAccount", IamRules.MaxRoles);
            }

            Boundaries.CheckExists(all, account, boundary);
            var created = new IamRole(account, path, name, IamId.New("AROA"), time.GetUtcNow(), trust)
            {
                Boundary = boundary,
                Tags = ImmutableSortedDictionary.CreateRange(tags),
                Description = description,
                MaxSessionSeconds = seconds,
            };
            store.Save(created);
            return created;
        });
        return xml => xml.Group("Role", () => xml.Role(role, isWhole: true));
    }

    private Action<XmlWriter> Get(QueryCall call)
    {
        var role = (IamRole)access.Find(call, EntityType.Role, NameOf(call));
        return xml => xml.Group("Role", () => xml.Role(role, isWhole: true));
    }

    private Action<XmlWriter> List(QueryCall call)
    {
        var prefix = IamRules.PathPrefix(call);
        var account = call.Caller.Account;
        access.Require(call, IamEntity.ArnOf(account, EntityType.Role, prefix));
        var roles =
            store.Current.Roles.Values.Where(role => role.Account == account && role.Path.StartsWith(prefix, StringComparison.Ordinal));
        var page = Page<IamRole>.Of(call, roles, role => role.Name);
        return xml => xml.Page("Roles", page, static (xml, role) => xml.Role(role, isWhole: false));
    }

    private Action<XmlWriter> Update(QueryCall call)
    {
        var description = IamRules.Text(call, "Description", MaxDescription);
        var seconds = call.Form.Number("MaxSessionDuration", LeastSession, MaxSession);
        access.Change<IamRole>(call, EntityType.Role, NameOf(call), (_, role) => role with
        {
            Description = description ?? role.Description,
            MaxSessionSeconds = seconds ?? role.MaxSessionSeconds,
        });
        return static _ => { };
    }

    private Action<XmlWriter>? UpdateTrust(QueryCall call)
    {
        call.Form.Required("PolicyDocument");
        access.Change<IamRole>(
            call, EntityType.Role, NameOf(call), (_, role) =>
                role with { Trust = PolicyDocuments.Trust(call, "PolicyDocument", principals) });
        return null;
    }

    private Action<XmlWriter>? Delete(QueryCall call)
    {
        var name = NameOf(call);
        store.InTransaction(_ =>
        {
            var role = access.Find(call, EntityType.Role, name);
            Policies.RequireNone(role);
            store.Remove(role);
            return role;
        });
        return null;
    }

    // There are no instance profiles, so no role is in one.
    private Action<XmlWriter> ListInstanceProfiles(QueryCall call)
    {
        access.Find(call, EntityType.Role, NameOf(call));
        return xml => xml.Page("InstanceProfiles", new Page<string>([], Marker: null));
    }

    private static string NameOf(QueryCall call) => IamRules.Name(call, "RoleName", MaxName);
}
