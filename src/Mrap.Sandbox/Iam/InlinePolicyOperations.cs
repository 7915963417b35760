using System.Collections.Immutable;
using System.Xml;
using Mrap.Policy.Checks.Statements;
using Mrap.Policy.Model;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>Puts, shows and deletes the inline policies of users and roles.</summary>
internal sealed class InlinePolicyOperations(IamAccess access) : IQueryOperations
{
    private const int MaxName = 128;

    /// <inheritdoc/>
    public AwsService Service => IamService.Descriptor;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations => [.. Of(EntityType.User), .. Of(EntityType.Role)];

    private IEnumerable<QueryOperation> Of(EntityType type) =>
    [
        new($"Put{type}Policy", call => Put(call, type)),
        new($"Get{type}Policy", call => Get(call, type)),
        new($"List{type}Policies", call => List(call, type)),
        new($"Delete{type}Policy", call => Delete(call, type)),
    ];

    private Action<XmlWriter>? Put(QueryCall call, EntityType type)
    {
        var (entityName, name) = (EntityParameter.Read(call, type), IamRules.Name(call, "PolicyName", MaxName));
        call.Form.Required("PolicyDocument");
        access.Change<IamEntity>(call, type, entityName, (_, entity) =>
        {
            CheckGiven(entity, name);
            var inline = entity.Inline.SetItem(name, PolicyDocuments.Identity(call));
            var size = inline.Where(
                policy => entity is not IamUser user || !user.Given.Contains(policy.Key)).Sum(
                    policy => PolicySize.Of(policy.Value.Text, PolicyKind.Identity).Used);
            return size > IamRules.MaxInline(type)
                ? throw IamErrors.LimitExceeded(
                    $"Maximum policy size of {IamRules.MaxInline(type)} bytes exceeded for {IamErrors.Word(type)} {entity.Name}")
                : entity with { Inline = inline };
        });
        return null;
    }

    private Action<XmlWriter> Get(QueryCall call, EntityType type)
    {
        var (entityName, name) = (EntityParameter.Read(call, type), IamRules.Name(call, "PolicyName", MaxName));
        var entity = access.Find(call, type, entityName);
        var policy = entity.Inline.GetValueOrDefault(name) ?? throw NoSuchPolicy(type, name);
        return xml =>
        {
            xml.Element($"{type}Name", entity.Name);
            xml.Element("PolicyName", name);
            xml.Policy("PolicyDocument", policy);
        };
    }

    private Action<XmlWriter> List(QueryCall call, EntityType type)
    {
        var entity = access.Find(call, type, EntityParameter.Read(call, type));
        var page = Page<string>.Of(call, entity.Inline.Keys.Order(StringComparer.OrdinalIgnoreCase), name => name);
        return xml => xml.Page("PolicyNames", page);
    }

    private Action<XmlWriter>? Delete(QueryCall call, EntityType type)
    {
        var (entityName, name) = (EntityParameter.Read(call, type), IamRules.Name(call, "PolicyName", MaxName));
        access.Change<IamEntity>(call, type, entityName, (_, entity) =>
        {
            CheckGiven(entity, name);
            return entity.Inline.ContainsKey(name) ? entity with { Inline = entity.Inline.Remove(name) } : throw NoSuchPolicy(type, name);
        });
        return null;
    }

    private static void CheckGiven(IamEntity entity, string name)
    {
        if (entity is IamUser user && user.Given.Contains(name))
        {
            throw IamErrors.SetBySettings($"The policy {name} of the user {user.Name}");
        }
    }

    private static ServiceException NoSuchPolicy(EntityType type, string name) =>
        IamErrors.NoSuchEntity($"The {IamErrors.Word(type)} policy with name {name} cannot be found.");
}
