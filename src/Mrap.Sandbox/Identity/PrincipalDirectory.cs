using System.Collections.Concurrent;
using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Principals;
using Mrap.Sandbox.Configuration;

namespace Mrap.Sandbox.Identity;

/// <summary>
/// Finds principals by the keys they sign with. What decisions need to know of them is made once after each change, not for each request.
/// </summary>
internal sealed class PrincipalDirectory(SettingsPrincipals settings, IdentityStore store, TemporarySessions sessions) : IPrincipalRegister
{
    private const int Capacity = 16 * 1024;
    private readonly ConcurrentDictionary<string, Entry> _ready = new(StringComparer.Ordinal);

    /// <summary>The principal who holds a key that may sign; null when nobody does.</summary>
    public SigningIdentity? Find(string accessKeyId)
    {
        if (settings.Roots.TryGetValue(accessKeyId, out var root))
        {
            return root;
        }

        var all = store.Current;
        if (all.FindByKey(accessKeyId) is { } user)
        {
            return FindUser(accessKeyId, user, all);
        }

        return sessions.Find(accessKeyId) is { } session ? FindSession(session, all) : null;
    }

    /// <inheritdoc/>
    public bool? Exists(string principal)
    {
        var caller = Policy.Principals.Principal.Parse(principal);
        if (!AccountId.Parse(caller.Account ?? string.Empty).TryGet(out var account) || !store.Knows(account))
        {
            return null;
        }

        return caller.Kind switch
        {
            PrincipalKind.Root => true,
            PrincipalKind.User => store.Current.Find(EntityType.User, account, principal.AsSpan()) is not null,
            PrincipalKind.Role => store.Current.Find(EntityType.Role, account, principal.AsSpan()) is not null,
            PrincipalKind.RoleSession => store.Current.Find(EntityType.Role, account, principal.Split('/')[^2]) is not null,
            PrincipalKind.FederatedUser => true,
            _ => null,
        };
    }

    private SigningIdentity? FindUser(string accessKeyId, IamUser user, Identities all)
    {
        foreach (var key in user.Keys)
        {
            if (key.Id == accessKeyId)
            {
                return !key.IsActive ? null
                    : FindReady(accessKeyId, user, all)
                    ?? Keep(accessKeyId, user, all, new SigningIdentity(Callers.User(user, accessKeyId, all), key.Secret));
            }
        }

        return null;
    }

    private SigningIdentity? FindSession(TemporarySession session, Identities all)
    {
        if (session.RoleSessionName is not null)
        {
            return all.Find(EntityType.Role, session.Account, session.PrincipalName) is IamRole role && role.Id == session.PrincipalId
                ? FindReady(session.AccessKeyId, role, all)
                    ?? Keep(
                        session.AccessKeyId, role, all,
                        new SigningIdentity(Callers.RoleSession(role, session, all), session.Secret, session))
                : null;
        }

        if (session.PrincipalName == PrincipalOptions.Root && session.PrincipalId == session.Account.Value)
        {
            return new SigningIdentity(Callers.Root(session.Account, session.AccessKeyId, session), session.Secret, session);
        }

        return all.Find(EntityType.User, session.Account, session.PrincipalName) is IamUser user && user.Id == session.PrincipalId
            ? FindReady(session.AccessKeyId, user, all)
                ?? Keep(
                    session.AccessKeyId, user, all,
                    new SigningIdentity(Callers.User(user, session.AccessKeyId, all, session), session.Secret, session))
            : null;
    }

    private SigningIdentity? FindReady(string accessKeyId, IamEntity entity, Identities all) =>
        _ready.TryGetValue(accessKeyId, out var entry)
            && ReferenceEquals(entry.Entity, entity)
            && ReferenceEquals(entry.Policies, all.Policies)
            ? entry.Identity
            : null;

    private SigningIdentity Keep(string accessKeyId, IamEntity entity, Identities all, SigningIdentity identity)
    {
        if (_ready.Count >= Capacity)
        {
            _ready.Clear();
        }

        _ready[accessKeyId] = new Entry(identity, entity, all.Policies);
        return identity;
    }

    private sealed record Entry(SigningIdentity Identity, IamEntity Entity, ImmutableSortedDictionary<EntityName, ManagedPolicy> Policies);
}
