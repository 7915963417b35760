using System.Collections.Immutable;
using System.Xml;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>Tags users and roles; policies see the tags as <c>aws:PrincipalTag</c> of their requests.</summary>
internal sealed class TagOperations(IamAccess access) : IQueryOperations
{
    /// <inheritdoc/>
    public AwsService Service => IamService.Descriptor;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations => [.. Of(EntityType.User), .. Of(EntityType.Role)];

    private IEnumerable<QueryOperation> Of(EntityType type) =>
    [
        new($"Tag{type}", call => Tag(call, type)),
        new($"Untag{type}", call => Untag(call, type)),
        new($"List{type}Tags", call => List(call, type)),
    ];

    private Action<XmlWriter>? Tag(QueryCall call, EntityType type)
    {
        var tags = IamRules.Tags(call);
        access.Change<IamEntity>(
            call, type, EntityParameter.Read(call, type), (_, entity) =>
                entity with { Tags = IamRules.Put(entity.Tags, tags) }, [.. IamKeys.OfRequest(tags)]);
        return null;
    }

    private Action<XmlWriter>? Untag(QueryCall call, EntityType type)
    {
        var keys = IamRules.TagKeys(call);
        access.Change<IamEntity>(
            call,
            type,
            EntityParameter.Read(call, type),
            (_, entity) => entity with { Tags = entity.Tags.RemoveRange(keys) },
            new KeyValuePair<string, ImmutableArray<string>>("aws:TagKeys", keys));
        return null;
    }

    private Action<XmlWriter> List(QueryCall call, EntityType type)
    {
        var entity = access.Find(call, type, EntityParameter.Read(call, type));
        var page = Page<KeyValuePair<string, string>>.Of(call, entity.Tags, tag => tag.Key);
        return xml => xml.Page("Tags", page, IamXml.Tag);
    }
}
