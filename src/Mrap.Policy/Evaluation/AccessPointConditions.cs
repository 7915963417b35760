using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;

namespace Mrap.Policy.Evaluation;

/// <summary>
/// Reads the conditions by which a bucket's policy leaves decisions to access points (Amazon S3 User Guide, "Delegating access control to
/// access points").
/// </summary>
public static class AccessPointConditions
{
    /// <summary>What one key of one operator means for requests through an access point, decided as in a request.</summary>
    /// <param name="block">The operator.</param>
    /// <param name="clause">The key with its values.</param>
    /// <param name="version">The version of the policy.</param>
    /// <param name="arn">The access point's ARN.</param>
    /// <param name="account">The account that owns the access point.</param>
    /// <returns>What it means; <see cref="AccessPointLimit.None"/> for keys that are not about access points.</returns>
    public static AccessPointLimit Of(ConditionBlock block, ConditionClause clause, PolicyVersion version, string arn, string account)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(clause);
        if (
            !clause.Key.StartsWith("s3:DataAccessPoint", StringComparison.OrdinalIgnoreCase)
                && !clause.Key.Equals("s3:AccessPointNetworkOrigin", StringComparison.OrdinalIgnoreCase))
        {
            return AccessPointLimit.None;
        }

        var condition = new CompiledCondition(block, clause, PolicyEffect.Allow, version == PolicyVersion.V20121017);
        return !condition.Holds(RequestContext.Empty.Through(arn, account)) ? AccessPointLimit.Elsewhere
            : condition.Holds(RequestContext.Empty) ? AccessPointLimit.None
            : AccessPointLimit.Through;
    }
}
