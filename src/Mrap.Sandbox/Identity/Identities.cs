using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Identity;

/// <summary>All users, roles and policies at one moment. Immutable.</summary>
internal sealed record Identities
{
    /// <summary>None at all.</summary>
    public static Identities Empty { get; } = new();

    /// <summary>The users by name.</summary>
    public ImmutableSortedDictionary<EntityName, IamUser> Users { get; private init; } = ImmutableSortedDictionary<EntityName,
    IamUser>.Empty;

    /// <summary>The roles by name.</summary>
    public ImmutableSortedDictionary<EntityName, IamRole> Roles { get; private init; } = ImmutableSortedDictionary<EntityName,
    IamRole>.Empty;

    /// <summary>The policies that accounts made, by name.</summary>
    public ImmutableSortedDictionary<EntityName, ManagedPolicy> Policies { get; private init; } = ImmutableSortedDictionary<EntityName,
    ManagedPolicy>.Empty;

    private ImmutableDictionary<string, EntityName> Keys { get; init; } = ImmutableDictionary<string, EntityName>.Empty;

    private ImmutableDictionary<string, EntityName> PolicyArns { get; init; } = ImmutableDictionary<string, EntityName>.Empty;

    /// <summary>Finds a user or role by name.</summary>
    public IamEntity? Find(EntityType type, AccountId account, string name) => type == EntityType.User
        ? Users.GetValueOrDefault(new EntityName(account, name))
        : Roles.GetValueOrDefault(new EntityName(account, name));

    /// <summary>Finds a user or role by its ARN, in which case counts.</summary>
    public IamEntity? Find(EntityType type, AccountId account, ReadOnlySpan<char> arn) =>
        Find(type, account, arn[(arn.LastIndexOf('/') + 1)..].ToString()) is { } found && arn.SequenceEqual(found.Arn) ? found : null;

    /// <summary>The user who holds a long-term key.</summary>
    public IamUser? FindByKey(string accessKeyId) => Keys.TryGetValue(accessKeyId, out var name) ? Users.GetValueOrDefault(name) : null;

    /// <summary>Finds a managed policy, of an account or of AWS.</summary>
    public ManagedPolicy? FindPolicy(string arn) =>
        PolicyArns.TryGetValue(arn, out var name) ? Policies.GetValueOrDefault(name) : AwsManagedPolicies.Find(arn);

    /// <summary>Finds a managed policy that an account may attach: its own, or one of AWS.</summary>
    public ManagedPolicy? FindPolicy(string arn, AccountId account) =>
        FindPolicy(arn) is { } policy && (policy.Account is null || policy.Account == account) ? policy : null;

    /// <summary>The users and roles of an account.</summary>
    public IEnumerable<IamEntity> EntitiesOf(AccountId account) =>
        Users.Values.Where(user => user.Account == account).Concat<IamEntity>(Roles.Values.Where(role => role.Account == account));

    /// <summary>With a user or role added or replaced.</summary>
    public Identities With(IamEntity entity)
    {
        var rest = Without(entity);
        var name = new EntityName(entity.Account, entity.Name);
        return entity switch
        {
            IamUser user =>
                rest with
                {
                    Users = rest.Users.SetItem(name, user),
                    Keys = rest.Keys.SetItems(user.Keys.Select(key => KeyValuePair.Create(key.Id, name)))
                },
            IamRole role => rest with { Roles = rest.Roles.SetItem(name, role) },
            _ => throw new InvalidOperationException($"unknown entity {entity.GetType().Name}"),
        };
    }

    /// <summary>Without the user or role of that type and name.</summary>
    public Identities Without(IamEntity entity)
    {
        var name = new EntityName(entity.Account, entity.Name);
        return entity.Type == EntityType.Role ? this with { Roles = Roles.Remove(name) }
            : Users.TryGetValue(name, out var user) ? this with
            {
                Users = Users.Remove(name),
                Keys = Keys.RemoveRange(user.Keys.Select(key => key.Id))
            }
            : this;
    }

    /// <summary>With a policy added or replaced.</summary>
    public Identities With(ManagedPolicy policy)
    {
        var name = new EntityName(policy.Account!.Value, policy.Name);
        return this with { Policies = Policies.SetItem(name, policy), PolicyArns = PolicyArns.SetItem(policy.Arn, name) };
    }

    /// <summary>Without a policy.</summary>
    public Identities Without(ManagedPolicy policy) =>
        this with { Policies = Policies.Remove(new(policy.Account!.Value, policy.Name)), PolicyArns = PolicyArns.Remove(policy.Arn) };
}
