using Mrap.Core.AccessPoints;
using Mrap.Policy.Checks.Principals;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;

namespace Mrap.Core.Permissions;

/// <summary>
/// Whether and how a bucket's policy leaves the decision to an access point (Amazon S3 User Guide, "Delegating access control to access
/// points").
/// </summary>
/// <param name="State">How.</param>
/// <param name="Statement">The statement that does it, from 0; null when none does.</param>
public sealed record Delegation(DelegationState State, int? Statement)
{
    private static readonly Delegation s_none = new(DelegationState.None, Statement: null);

    /// <summary>Whether every request that the access point permits is permitted by the bucket.</summary>
    public bool IsWhole => State >= DelegationState.AccessPoint;

    /// <summary>Finds the statement that delegates best: the narrowest of those that delegate everything.</summary>
    /// <param name="text">The bucket's policy; null for none.</param>
    public static Delegation Of(string? text, AccessPoint accessPoint)
    {
        if (text is null || !PolicyDocument.Parse(text, PolicyKind.Bucket).TryGet(out var document))
        {
            return s_none;
        }

        var best = s_none;
        for (var i = 0; i < document.Statements.Length; i++)
        {
            var state = Of(document.Statements[i], document.Version, accessPoint);
            if (
                state != DelegationState.None
                    && (!best.IsWhole ? state > best.State : state >= DelegationState.AccessPoint && state < best.State))
            {
                best = new Delegation(state, i);
            }
        }

        return best;
    }

    /// <summary>The statement that a bucket needs.</summary>
    /// <param name="toAccount">Whether to delegate to every access point of the account.</param>
    public static string StatementFor(BucketName bucket, AccessPoint accessPoint, bool toAccount) => toAccount
        ? DelegationStatement.ToAccount(bucket.Value, accessPoint.Owner.Value, Sid(accessPoint, toAccount))
        : DelegationStatement.ToAccessPoint(bucket.Value, accessPoint.Arn.ToString(), Sid(accessPoint, toAccount));

    private static string Sid(AccessPoint accessPoint, bool toAccount) =>
        toAccount
            ? $"DelegateToAccessPointsOf{accessPoint.Owner}"
            : $"DelegateTo{accessPoint.Alias.Value.Replace(".mrap", string.Empty, StringComparison.Ordinal)}";

    private static DelegationState Of(PolicyStatement statement, PolicyVersion version, AccessPoint accessPoint)
    {
        if (statement.Effect == PolicyEffect.Deny || statement.Principals is not { IsNegated: false } principals)
        {
            return DelegationState.None;
        }

        var (state, isWhole) = (DelegationState.Open, true);
        foreach (
            var (block, clause) in statement.Conditions.IsDefault
                ? []
                : statement.Conditions.SelectMany(block => block.Clauses.Select(clause => (block, clause))))
        {
            switch (AccessPointConditions.Of(block, clause, version, accessPoint.Arn.ToString(), accessPoint.Owner.Value))
            {
                case AccessPointLimit.None:
                    isWhole = false;
                    break;
                case AccessPointLimit.Elsewhere:
                    return DelegationState.None;
                case AccessPointLimit.Through:
                    var limit = StateOf(clause.Key);
                    state = limit < state ? limit : state;
                    break;
            }
        }

        // a grant to named principals, or with conditions of its own, is no delegation unless it speaks of access points
        var isForAll = principals.IsStar
            || principals.Groups.Any(group => group.Type == PrincipalType.Aws && group.Entries.Items.Any(entry => entry.Text == "*"));
        if (state == DelegationState.Open && (!isForAll || !isWhole))
        {
            return DelegationState.None;
        }

        return isWhole && isForAll && AllActions(statement.Actions) ? state : DelegationState.Partly;
    }

    private static bool AllActions(PolicyEntries actions) =>
        !actions.IsNegated
            && actions.Items.Any(action => action.Text is "*" || action.Text.Equals("s3:*", StringComparison.OrdinalIgnoreCase));

    private static DelegationState StateOf(string key) =>
        key.Equals("s3:DataAccessPointArn", StringComparison.OrdinalIgnoreCase) ? DelegationState.AccessPoint
        : key.Equals("s3:DataAccessPointAccount", StringComparison.OrdinalIgnoreCase) ? DelegationState.Account
        : DelegationState.Origin;
}
