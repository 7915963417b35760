using Mrap.Policy.Evaluation;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;
using Caller = Mrap.Sandbox.Identity.Caller;

namespace Mrap.Sandbox.S3.Operations;

/// <summary>
/// Who may always, and who may never, work with the policy of a bucket, whatever the policies say (AWS page "PutBucketPolicy"): the root
/// user of the owner's account cannot be locked out, and nobody of another account gets in.
/// </summary>
internal static class PolicyRights
{
    /// <summary>The result with these rights taken into account.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="result">What the policies say.</param>
    /// <exception cref="ServiceException">The caller is permitted, but of another account.</exception>
    public static AuthorizationResult Apply(Caller caller, BucketRecord bucket, AuthorizationResult result)
    {
        var isOwn = caller is Caller.Signed signed && signed.Account == bucket.Owner;
        if (result.IsAllowed && !isOwn)
        {
            throw ServiceException.Of(
                405, "MethodNotAllowed", "The specified method is not allowed against this resource.", ("ResourceType", "BUCKETPOLICY"));
        }

        return !result.IsAllowed && isOwn && caller is Caller.Root
            ? result with { Decision = new Decision(Verdict.Allow, DecisionReason.RootUser, Policy: null, Statement: -1, Layer: 0) }
            : result;
    }
}
