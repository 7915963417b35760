using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Identity;

/// <summary>Who sent a request.</summary>
internal abstract record Caller
{
    private Caller()
    {
    }

    /// <summary>Nobody signed the request.</summary>
    internal sealed record Anonymous : Caller;

    /// <summary>The request carries a valid signature of a principal.</summary>
    /// <param name="Account">The principal's account.</param>
    /// <param name="Arn">What GetCallerIdentity tells, such as <c>arn:aws:iam::111122223333:user/admin</c>.</param>
    /// <param name="UserId">The unique ID that GetCallerIdentity returns.</param>
    /// <param name="AccessKeyId">The key that signed.</param>
    /// <param name="Permissions">What the principal brings to every decision.</param>
    internal abstract record Signed(AccountId Account, string Arn, string UserId, string AccessKeyId, CallerPermissions Permissions)
        : Caller;

    /// <summary>The root user of an account.</summary>
    internal sealed record Root(AccountId Account, string Arn, string UserId, string AccessKeyId, CallerPermissions Permissions)
        : Signed(Account, Arn, UserId, AccessKeyId, Permissions);

    /// <summary>An IAM user.</summary>
    internal sealed record User(AccountId Account, string Arn, string UserId, string AccessKeyId, CallerPermissions Permissions)
        : Signed(Account, Arn, UserId, AccessKeyId, Permissions);

    /// <summary>A session of a role.</summary>
    /// <param name="Account">The role's account.</param>
    /// <param name="Arn">Such as <c>arn:aws:sts::111122223333:assumed-role/reader/session</c>.</param>
    /// <param name="UserId">The role's unique ID, a colon and the session's name.</param>
    /// <param name="AccessKeyId">The key that signed.</param>
    /// <param name="Permissions">What the session brings to every decision.</param>
    /// <param name="RoleArn">The role, with its path.</param>
    internal sealed record RoleSession(
        AccountId Account, string Arn, string UserId, string AccessKeyId, CallerPermissions Permissions, string RoleArn)
        : Signed(Account, Arn, UserId, AccessKeyId, Permissions);
}
