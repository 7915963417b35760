using System.Collections.Immutable;
using System.Xml;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>Creates, shows, renames and deletes users.</summary>
internal sealed class UserOperations(IdentityStore store, IamAccess access, TimeProvider time) : IQueryOperations
{
    private const int MaxName = 64;
    private const int MaxGivenName = 128;

    /// <inheritdoc/>
    public AwsService Service => IamService.Descriptor;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations =>
    [
        new("CreateUser", Create),
        new("GetUser", Get),
        new("ListUsers", List),
        new("UpdateUser", Update),
        new("DeleteUser", Delete),
        new("ListGroupsForUser", ListGroups),
    ];

    private Action<XmlWriter> Create(QueryCall call)
    {
        var (name, path, tags) = (IamRules.Name(call, "UserName", MaxName), IamRules.Path(call), IamRules.Tags(call));
        var boundary = Boundaries.Read(call);
        var account = call.Caller.Account;
        access.Require(
            call, IamEntity.ArnOf(account, EntityType.User, path + name), [.. IamKeys.OfBoundary(boundary), .. IamKeys.OfRequest(tags)]);
        var user = store.InTransaction(all =>
        {
            if (all.Find(EntityType.User, account, name) is { } taken)
            {
                throw IamErrors.AlreadyExists(EntityType.User, taken.Name);
            }

            if (all.EntitiesOf(account).Count(entity => entity.Type == EntityType.User) >= IamRules.MaxUsers)
            {
                throw IamErrors.QuotaExceeded("UsersPerAccount", IamRules.MaxUsers);
            }

            Boundaries.CheckExists(all, account, boundary);
            var created = new IamUser(account, path, name, IamId.New("AIDA"), time.GetUtcNow())
            {
                Boundary = boundary,
                Tags = ImmutableSortedDictionary.CreateRange(tags)
            };
            store.Save(created);
            return created;
        });
        return xml => xml.Group("User", () => xml.User(user, isWhole: true));
    }

    private Action<XmlWriter> Get(QueryCall call)
    {
        if (call.Caller is Caller.Root root && call.Form.Optional("UserName") is null)
        {
            return xml => xml.Group("User", () =>
            {
                xml.Element("UserId", root.UserId);
                xml.Element("Arn", root.Arn);
            });
        }

        var user = (IamUser)access.Find(call, EntityType.User, IamAccess.UserName(call));
        return xml => xml.Group("User", () => xml.User(user, isWhole: true));
    }

    private Action<XmlWriter> List(QueryCall call)
    {
        var prefix = IamRules.PathPrefix(call);
        var account = call.Caller.Account;
        access.Require(call, IamEntity.ArnOf(account, EntityType.User, prefix));
        var users =
            store.Current.Users.Values.Where(user => user.Account == account && user.Path.StartsWith(prefix, StringComparison.Ordinal));
        var page = Page<IamUser>.Of(call, users, user => user.Name);
        return xml => xml.Page("Users", page, static (xml, user) => xml.User(user, isWhole: false));
    }

    private Action<XmlWriter>? Update(QueryCall call)
    {
        var name = IamRules.Name(call, "UserName", MaxGivenName);
        var newName = call.Form.Optional("NewUserName") is { } given ? IamRules.Name("NewUserName", given, MaxName) : null;
        var newPath = call.Form.Optional("NewPath") is null ? null : IamRules.Path(call, "NewPath");
        access.Change<IamUser>(call, EntityType.User, name, (all, user) =>
        {
            // Whoever renames a user needs the permission for what it becomes too (AWS page "UpdateUser").
            var changed = user with { Name = newName ?? user.Name, Path = newPath ?? user.Path };
            if (changed.Arn != user.Arn)
            {
                access.Require(call, changed.Arn, [.. IamKeys.Of(user)]);
            }

            if (user.IsOfSettings)
            {
                throw IamErrors.SetBySettings($"The user {user.Name}");
            }

            if (
                newName is not null
                    && !string.Equals(newName, user.Name, StringComparison.OrdinalIgnoreCase)
                    && all.Find(EntityType.User, user.Account, newName) is { } taken)
            {
                throw IamErrors.AlreadyExists(EntityType.User, taken.Name);
            }

            return changed;
        });
        return null;
    }

    private Action<XmlWriter>? Delete(QueryCall call)
    {
        var name = IamRules.Name(call, "UserName", MaxGivenName);
        store.InTransaction(_ =>
        {
            var user = (IamUser)access.Find(call, EntityType.User, name);
            if (user.IsOfSettings)
            {
                throw IamErrors.SetBySettings($"The user {user.Name}");
            }

            if (!user.Keys.IsEmpty)
            {
                throw IamErrors.DeleteConflict("Cannot delete entity, must delete access keys first.");
            }

            Policies.RequireNone(user);
            store.Remove(user);
            return user;
        });
        return null;
    }

    // There are no groups, so no user is in one.
    private Action<XmlWriter> ListGroups(QueryCall call)
    {
        access.Find(call, EntityType.User, IamRules.Name(call, "UserName", MaxGivenName));
        return xml => xml.Page("Groups", new Page<string>([], Marker: null));
    }
}
