using Mrap.Policy.Arns;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;

namespace Mrap.Policy.PublicAccess;

/// <summary>Finds the conditions that keep a statement with an open principal from being public.</summary>
internal static class LimitingCondition
{
    private const int WidestV4 = 8;
    private const int WidestV6 = 32;

    private static readonly HashSet<string> s_fixedValue = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:PrincipalOrgID", "aws:PrincipalAccount", "aws:SourceVpc", "aws:SourceVpce", "aws:SourceOwner", "aws:SourceAccount",
        "s3:x-amz-server-side-encryption-aws-kms-key-id", "s3:DataAccessPointAccount", "aws:SourceArn",
    };

    private static readonly HashSet<string> s_contested = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:PrincipalOrgPaths", "aws:PrincipalIsAWSService", "aws:PrincipalServiceName", "aws:PrincipalServiceNamesList",
        "aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths", "aws:SourceVpcArn",
    };

    /// <summary>
    /// How one key of one operator limits who gets in. Operators that hold without the key, and negated ones, limit nothing.
    /// </summary>
    public static Limit LimitOf(ConditionBlock block, ConditionClause clause, PolicyKind kind)
    {
        var found = ConditionOperator.Parse(block.Operator);
        if (found.IsNegated || found.IfExists || found.Quantifier == ConditionQuantifier.All || clause.Values.IsEmpty)
        {
            return Limit.None;
        }

        if (clause.Key.Equals("aws:SourceIp", StringComparison.OrdinalIgnoreCase))
        {
            return found.Family is ConditionFamily.Ip or ConditionFamily.Text && clause.Values.All(value => IsNarrow(value.Text))
                ? Limit.Listed
                : Limit.None;
        }

        var isText = found.Family is ConditionFamily.Text or ConditionFamily.Arn or ConditionFamily.Bool;
        if (
            !isText
                || !clause.Values.All(
                    value => !value.Text.Contains("${", StringComparison.Ordinal) && IsFixed(clause.Key, value.Text, kind)))
        {
            return Limit.None;
        }

        var isContested = s_contested.Contains(clause.Key)
            || clause.Values.Any(value => HasWildcard(value.Text) && IsPrincipalArn(clause.Key));
        return isContested ? Limit.Contested : found.Family == ConditionFamily.Bool ? Limit.None : Limit.Listed;
    }

    private static bool IsFixed(string key, string value, PolicyKind kind)
    {
        if (key.Equals("aws:userid", StringComparison.OrdinalIgnoreCase))
        {
            return !HasWildcard(value);
        }

        if (key.Equals("s3:DataAccessPointArn", StringComparison.OrdinalIgnoreCase))
        {
            return !HasWildcard(value) || (kind == PolicyKind.Bucket && HasFixedAccount(value));
        }

        if (IsPrincipalArn(key))
        {
            return !HasWildcard(value) || HasFixedAccount(value);
        }

        return (s_fixedValue.Contains(key) || s_contested.Contains(key)) && !HasWildcard(value);
    }

    private static bool HasFixedAccount(string value) => Arn.Parse(value).TryGet(out var arn) && PrincipalArn.IsAccount(arn.Account);

    private static bool HasWildcard(string value) => value.AsSpan().ContainsAny('*', '?');

    // AWS excepts the private networks of RFC 1918, all of which are narrow enough by this rule anyway
    private static bool IsNarrow(string text) =>
        IpRange.TryRead(text, out var range)
        && range.Length >= (range.IsV6 ? WidestV6 : WidestV4);

    private static bool IsPrincipalArn(string key) => key.Equals("aws:PrincipalArn", StringComparison.OrdinalIgnoreCase);
}
