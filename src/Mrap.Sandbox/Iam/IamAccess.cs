using System.Collections.Immutable;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>
/// Lets calls of IAM through that the caller's policies permit, and finds what they are about: what is denied does not learn whether it
/// exists.
/// </summary>
internal sealed class IamAccess(IdentityStore store, TemporarySessions sessions, ServiceAuthorizer authorizer)
{
    /// <summary>Lets a call through or ends it.</summary>
    /// <param name="call">The call; its operation is the action.</param>
    /// <param name="resource">The ARN.</param>
    /// <param name="keys">Condition keys of this call.</param>
    /// <exception cref="ServiceException">It is denied.</exception>
    public void Require(QueryCall call, string resource, params ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> keys)
    {
        // What GetSessionToken gives without MFA does not serve for IAM (IAM User Guide, "Compare AWS STS credentials").
        if (call.Caller is not Caller.RoleSession && sessions.Find(call.Caller.AccessKeyId) is not null)
        {
            throw ServiceException.Of(403, "InvalidClientTokenId", "The security token included in the request is invalid");
        }

        authorizer.Require(
            call.Exchange, call.Caller, "iam:" + call.Form.Action, resource, call.Caller.Account, resourcePolicy: null, keys);
    }

    /// <summary>The user or role that a call names.</summary>
    /// <exception cref="ServiceException">The call is denied, or there is none.</exception>
    public IamEntity Find(
        QueryCall call, EntityType type, string name, params ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> keys)
    {
        var entity = store.Current.Find(type, call.Caller.Account, name);
        var arn = entity?.Arn ?? IamEntity.ArnOf(call.Caller.Account, type, "/" + name);
        // The first of a name counts: a call that sets a boundary is judged by that one, not by the one it replaces.
        Require(call, arn, entity is null ? keys : [.. keys, .. IamKeys.Of(entity)]);
        return entity ?? throw IamErrors.NoSuchEntity(type, name);
    }

    /// <summary>Changes the user or role that a call names, in one step.</summary>
    /// <typeparam name="T">User or role.</typeparam>
    /// <param name="type">User or role.</param>
    /// <param name="change">Gives it as it shall be from all there is and what it was.</param>
    /// <param name="keys">Condition keys of this call.</param>
    /// <exception cref="ServiceException">The call is denied, or there is none.</exception>
    public void Change<T>(
        QueryCall call, EntityType type, string name, Func<Identities, T, IamEntity> change,
        params ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> keys)
        where T : IamEntity => store.InTransaction(all =>
    {
        var entity = (T)Find(call, type, name, keys);
        var changed = change(all, entity);
        store.Save(changed, entity);
        return changed;
    });

    /// <summary>The name of the user that a call is about: the one it names, or the caller.</summary>
    /// <exception cref="ServiceException">It names none, and the caller is no user.</exception>
    public static string UserName(QueryCall call) => (call.Form.Optional("UserName"), call.Caller) switch
    {
        ({ } name, _) => IamRules.Name("UserName", name, 128),
        (null, Caller.User user) => user.Arn[(user.Arn.LastIndexOf('/') + 1)..],
        _ => throw IamErrors.Validation("Must specify userName when calling with non-User credentials"),
    };
}
