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

    /// <summary>The request carries a valid signature of this user.</summary>
    /// <param name="Account">The user's account.</param>
    /// <param name="Arn">Such as <c>arn:aws:iam::111122223333:user/admin</c>.</param>
    /// <param name="UserId">The unique ID that GetCallerIdentity returns.</param>
    /// <param name="AccessKeyId">The key that signed.</param>
    internal sealed record User(AccountId Account, string Arn, string UserId, string AccessKeyId) : Caller;
}
