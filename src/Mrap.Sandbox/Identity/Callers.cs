using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Identity;

/// <summary>Makes callers, with everything that decisions need to know of them, from what the sandbox keeps.</summary>
internal static class Callers
{
    /// <summary>The root user of an account, to whom no identity policy applies.</summary>
    public static Caller.Root Root(AccountId account, string accessKeyId, TemporarySession? session = null)
    {
        var arn = $"arn:aws:iam::{account}:root";
        return new Caller.Root(
            account, arn, account.Value, accessKeyId,
            Permissions(arn, [], [], [], [.. PrincipalContext.OfRoot(account, arn), .. SessionKeys(session)]));
    }

    /// <summary>A user.</summary>
    /// <param name="accessKeyId">The key that signs.</param>
    /// <param name="all">Where its managed policies are.</param>
    /// <param name="session">The session the key belongs to; null for a long-term key.</param>
    public static Caller.User User(IamUser user, string accessKeyId, Identities all, TemporarySession? session = null)
    {
        var context = PrincipalContext.OfUser(user.Account, user.Arn, user.Id, user.Name, user.Tags);
        return new Caller.User(
            user.Account, user.Arn, user.Id, accessKeyId,
            Permissions(user.Arn, IdentityOf(user, all), BoundaryOf(user, all), [], [.. context, .. SessionKeys(session)]));
    }

    /// <summary>A session of a role.</summary>
    /// <param name="all">Where the managed policies are.</param>
    public static Caller.RoleSession RoleSession(IamRole role, TemporarySession session, Identities all)
    {
        var arn = SessionArn(role, session.RoleSessionName!);
        var userId = $"{role.Id}:{session.RoleSessionName}";
        var context = PrincipalContext.OfRoleSession(role.Account, role.Arn, userId, role.Tags.SetItems(session.Tags));
        var permissions = Permissions(
            arn, IdentityOf(role, all), BoundaryOf(role, all), SessionPolicies(session, all), [.. context, .. SessionKeys(session)]);
        return new Caller.RoleSession(role.Account, arn, userId, session.AccessKeyId, permissions, role.Arn);
    }

    /// <summary>The ARN of a role's session, which leaves out the role's path.</summary>
    public static string SessionArn(IamRole role, string sessionName) =>
        $"arn:aws:sts::{role.Account}:assumed-role/{role.Name}/{sessionName}";

    /// <summary>The policies that limit a session.</summary>
    public static ImmutableArray<CompiledPolicy> SessionPolicies(TemporarySession session, Identities all)
    {
        IEnumerable<PolicyText> managed = session.PolicyArns.Select(arn => all.FindPolicy(arn)?.Default.Document ?? s_nothing);
        return [.. (session.Policy is { } policy ? managed.Append(policy) : managed).Select(text => text.As(PolicyKind.Session))];
    }

    // What is gone permits nothing; leaving it out would lift the limit.
    private static readonly PolicyText s_nothing = new("""{"Version":"2012-10-17","Statement":[]}""");

    private static ImmutableArray<CompiledPolicy> IdentityOf(IamEntity entity, Identities all) =>
    [
        .. entity.Inline.Values.Select(policy => policy.As(PolicyKind.Identity)),
        .. entity.Attached.Select(all.FindPolicy).OfType<ManagedPolicy>().Select(policy => policy.Default.Document.As(PolicyKind.Identity)),
    ];

    private static ImmutableArray<CompiledPolicy> BoundaryOf(IamEntity entity, Identities all) =>
        entity.Boundary is { } arn ? [(all.FindPolicy(arn)?.Default.Document ?? s_nothing).As(PolicyKind.Boundary)] : [];

    private static CallerPermissions Permissions(
        string arn,
        ImmutableArray<CompiledPolicy> identity,
        ImmutableArray<CompiledPolicy> boundary,
        ImmutableArray<CompiledPolicy> session,
        ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> context) =>
        new(Policy.Principals.Principal.Parse(arn), identity, boundary, session, context);

    private static IEnumerable<KeyValuePair<string, ImmutableArray<string>>> SessionKeys(TemporarySession? session)
    {
        if (session is null)
        {
            yield break;
        }

        yield return PrincipalContext.Key("aws:TokenIssueTime", Iso8601.Seconds(session.IssuedAt));
        yield return PrincipalContext.Key("aws:MultiFactorAuthPresent", "false");
        if (session.SourceIdentity is { } source)
        {
            yield return PrincipalContext.Key("aws:SourceIdentity", source);
        }
    }
}
