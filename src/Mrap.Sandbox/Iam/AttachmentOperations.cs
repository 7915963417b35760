using System.Collections.Immutable;
using System.Xml;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>Attaches managed policies to users and roles, and tells what is attached where.</summary>
internal sealed class AttachmentOperations(IdentityStore store, IamAccess access) : IQueryOperations
{
    /// <inheritdoc/>
    public AwsService Service => IamService.Descriptor;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations =>
        [.. Of(EntityType.User), .. Of(EntityType.Role), new("ListEntitiesForPolicy", ListEntities)];

    private IEnumerable<QueryOperation> Of(EntityType type) =>
    [
        new($"Attach{type}Policy", call => Attach(call, type)),
        new($"Detach{type}Policy", call => Detach(call, type)),
        new($"ListAttached{type}Policies", call => List(call, type)),
    ];

    private Action<XmlWriter>? Attach(QueryCall call, EntityType type)
    {
        var (name, arn) = (EntityParameter.Read(call, type), IamRules.PolicyArn(call));
        access.Change<IamEntity>(
            call,
            type,
            name,
            (all, entity) =>
            {
                if (all.FindPolicy(arn, entity.Account) is null)
                {
                    throw IamErrors.NotAttachable(arn);
                }

                return entity.Attached.Contains(arn) ? entity
                    : entity.Attached.Length < IamRules.MaxAttached ? entity with { Attached = entity.Attached.Add(arn) }
                    : throw IamErrors.QuotaExceeded($"PoliciesPer{type}", IamRules.MaxAttached);
            },
            PrincipalContext.Key("iam:PolicyARN", arn));
        return null;
    }

    private Action<XmlWriter>? Detach(QueryCall call, EntityType type)
    {
        var (name, arn) = (EntityParameter.Read(call, type), IamRules.PolicyArn(call));
        access.Change<IamEntity>(
            call,
            type,
            name,
            (_, entity) =>
                entity.Attached.Contains(arn) ? entity with { Attached = entity.Attached.Remove(arn) } : throw IamErrors.NoSuchPolicy(arn),
            PrincipalContext.Key("iam:PolicyARN", arn));
        return null;
    }

    private Action<XmlWriter> List(QueryCall call, EntityType type)
    {
        var prefix = IamRules.PathPrefix(call);
        var entity = access.Find(call, type, EntityParameter.Read(call, type));
        var all = store.Current;
        var policies = entity.Attached.Select(all.FindPolicy)
            .OfType<ManagedPolicy>()
            .Where(policy => policy.Path.StartsWith(prefix, StringComparison.Ordinal));
        var page =
            Page<ManagedPolicy>.Of(call, policies.OrderBy(policy => policy.Arn, StringComparer.OrdinalIgnoreCase), policy => policy.Arn);
        return xml => xml.Page("AttachedPolicies", page, static (xml, policy) =>
        {
            xml.Element("PolicyName", policy.Name);
            xml.Element("PolicyArn", policy.Arn);
        });
    }

    private Action<XmlWriter> ListEntities(QueryCall call)
    {
        var arn = IamRules.PolicyArn(call);
        access.Require(call, arn);
        var filter = call.Form.Optional("EntityFilter");
        var usage = call.Form.Optional("PolicyUsageFilter");
        if (store.Current.FindPolicy(arn, call.Caller.Account) is null)
        {
            throw IamErrors.NoSuchPolicy(arn);
        }

        var entities = store.Current.EntitiesOf(call.Caller.Account)
            .Where(entity => (filter is null || filter == entity.Type.ToString())
                && (
                    (usage != "PermissionsBoundary" && entity.Attached.Contains(arn))
                        || (usage != "PermissionsPolicy" && entity.Boundary == arn)))
            .OrderBy(entity => entity.Arn, StringComparer.OrdinalIgnoreCase);
        var page = Page<IamEntity>.Of(call, entities, entity => entity.Arn);
        return xml =>
        {
            xml.List("PolicyGroups", Array.Empty<string>(), static (xml, text) => xml.WriteString(text));
            xml.List("PolicyUsers", page.Items.Where(entity => entity.Type == EntityType.User), Write);
            xml.List("PolicyRoles", page.Items.Where(entity => entity.Type == EntityType.Role), Write);
            xml.Paging(page.Marker);
        };
    }

    private static void Write(XmlWriter xml, IamEntity entity)
    {
        xml.Element($"{entity.Type}Name", entity.Name);
        xml.Element($"{entity.Type}Id", entity.Id);
    }
}
