using System.Collections.Immutable;
using System.Xml;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>Sets and removes the permissions boundaries of users and roles.</summary>
internal sealed class BoundaryOperations(IamAccess access) : IQueryOperations
{
    /// <inheritdoc/>
    public AwsService Service => IamService.Descriptor;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations => [.. Of(EntityType.User), .. Of(EntityType.Role)];

    private IEnumerable<QueryOperation> Of(EntityType type) =>
    [
        new($"Put{type}PermissionsBoundary", call => Put(call, type)),
        new($"Delete{type}PermissionsBoundary", call => Delete(call, type)),
    ];

    private Action<XmlWriter>? Put(QueryCall call, EntityType type)
    {
        var (name, boundary) = (EntityParameter.Read(call, type), IamRules.PolicyArn(call, "PermissionsBoundary"));
        access.Change<IamEntity>(
            call,
            type,
            name,
            (all, entity) =>
            {
                Boundaries.CheckExists(all, entity.Account, boundary);
                return entity with { Boundary = boundary };
            },
            [.. IamKeys.OfBoundary(boundary)]);
        return null;
    }

    private Action<XmlWriter>? Delete(QueryCall call, EntityType type)
    {
        access.Change<IamEntity>(call, type, EntityParameter.Read(call, type), (_, entity) => entity with { Boundary = null });
        return null;
    }
}
