using Mrap.Aws.Policies;
using Mrap.Core.AccessPoints;
using Mrap.Core.Permissions;
using Mrap.Policy.Editing;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.AccessPoints.Permissions;

/// <summary>A bucket with how it delegates.</summary>
/// <param name="Delegation">How it delegates; not at all where its policy could not be read.</param>
public sealed record DelegationRow(BucketPermissions Bucket, Delegation Delegation)
{
    /// <summary>Whether its policy can be changed from here: it was read, so it can be kept.</summary>
    public bool CanChange => Bucket.Policy.IsSuccess;

    public StatusKind Kind => (Bucket.Policy.IsSuccess, Delegation.State) switch
    {
        (false, _) => StatusKind.Info,
        (_, DelegationState.AccessPoint or DelegationState.Account) => StatusKind.Success,
        (_, DelegationState.None) => StatusKind.Passive,
        _ => StatusKind.Warning,
    };

    public string Word => !Bucket.Policy.IsSuccess ? "Not known" : Delegation.State switch
    {
        DelegationState.None => "No",
        DelegationState.Partly => "Partly",
        DelegationState.AccessPoint => "To this access point",
        DelegationState.Account => "To the account's access points",
        DelegationState.Origin => "To any access point",
        DelegationState.Open => "To everyone",
    };

    /// <summary>What that means, and which statement says so.</summary>
    public string Meaning => !Bucket.Policy.IsSuccess ? "Its policy could not be read." : Delegation.State switch
    {
        DelegationState.None => "Callers of other accounts do not get past this bucket.",
        DelegationState.Partly => $"Statement {Delegation.Statement + 1} does so for some callers, actions or conditions only.",
        DelegationState.AccessPoint or DelegationState.Account => $"By statement {Delegation.Statement + 1}.",
        DelegationState.Origin => $"Statement {Delegation.Statement + 1} names no account: access points of anybody count.",
        DelegationState.Open => $"Statement {Delegation.Statement + 1} lets everyone in, past the access point too.",
    };

    public static DelegationRow Of(BucketPermissions bucket, AccessPoint accessPoint) =>
        new(bucket, Delegation.Of(bucket.Policy.IsSuccess ? bucket.Policy.Value.Text : null, accessPoint));

    /// <summary>
    /// The bucket's policy with the statement that delegates; null where the policy cannot be kept: it was not read, or is none.
    /// </summary>
    public BucketPolicyChange? Delegate(AccessPoint accessPoint, bool toAccount) =>
        Bucket.Policy.TryGet(out var policy, out _)
            && PolicyTextEdits.AddStatement(policy.Text, Delegation.StatementFor(Bucket.Member.Bucket, accessPoint, toAccount)) is { } text
            ? new BucketPolicyChange(Bucket.Member, policy.Text, text)
            : null;
}
