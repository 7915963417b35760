using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;

namespace Mrap.Policy.ExternalAccess;

/// <summary>Makes up a request that a grant is meant for: somebody it names, and what its conditions ask for.</summary>
internal static class SampleContext
{
    private const string Stranger = "999999999999";

    /// <summary>Somebody whom the grant names.</summary>
    public static Principal CallerOf(ExternalAccessGrant grant) => Principal.Parse(grant.Group switch
    {
        ExternalAccessGroup.Account when PrincipalArn.IsAccount(grant.Name) => SomebodyOf(grant.Name),
        ExternalAccessGroup.Account when PrincipalArn.Parse(grant.Name) is { Kind: PrincipalKind.Root } root => SomebodyOf(root.Account),
        ExternalAccessGroup.Account or ExternalAccessGroup.Service or ExternalAccessGroup.Federated => grant.Name,
        ExternalAccessGroup.Public or ExternalAccessGroup.Limited or ExternalAccessGroup.Organisation => SomebodyOf(Stranger),
    });

    /// <summary>What the grant's conditions ask for.</summary>
    public static RequestContext Of(ExternalAccessGrant grant)
    {
        var caller = CallerOf(grant);
        var context = Extend(RequestContext.Empty, grant.Conditions);
        context = WithMissing(context, "aws:SecureTransport", "true");
        context = WithMissing(context, "aws:PrincipalArn", caller.Text);
        return caller.Account is { } account ? WithMissing(context, "aws:PrincipalAccount", account) : context;
    }

    /// <summary>
    /// A context that also fulfils some conditions, as far as their values say how. Keys that are set stay, and those of the access point
    /// are never made up.
    /// </summary>
    public static RequestContext Extend(RequestContext context, ImmutableArray<ConditionBlock> conditions)
    {
        var known = context.Entries.Select(entry => entry.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var block in conditions)
        {
            var found = ConditionOperator.Parse(block.Operator);
            foreach (var clause in block.Clauses)
            {
                if (
                    !IsOfAccessPoint(clause.Key)
                        && !clause.Values.IsEmpty
                        && known.Add(clause.Key)
                        && Sample(found, clause.Values[0].Text) is { } value)
                {
                    context = context.With(clause.Key, value);
                }
            }
        }

        return context;
    }

    /// <summary>A text that a pattern matches.</summary>
    public static string Fill(string pattern) => pattern.Replace("*", "", StringComparison.Ordinal).Replace('?', 'x');

    private static RequestContext WithMissing(RequestContext context, string key, string value) =>
        context.Entries.Any(entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase)) ? context : context.With(key, value);

    private static string SomebodyOf(string account) => "arn:aws:iam::" + account + ":user/someone";

    private static bool IsOfAccessPoint(string key) =>
        key.StartsWith("s3:DataAccessPoint", StringComparison.OrdinalIgnoreCase)
            || key.Equals("s3:AccessPointNetworkOrigin", StringComparison.OrdinalIgnoreCase);

    private static string? Sample(ConditionOperator found, string value) => found switch
    {
        { IsNegated: true } => null,
        { Family: ConditionFamily.Text, Match: TextMatch.Like } or { Family: ConditionFamily.Arn } => Fill(value),
        { Family: ConditionFamily.Text or ConditionFamily.Bool or ConditionFamily.Binary } => value,
        { Family: ConditionFamily.Ip } => value.Split('/')[0],
        { Family: ConditionFamily.Numeric } => Number(found.Ordering, value),
        { Family: ConditionFamily.Date } => found.Ordering switch
        {
            Ordering.Less or Ordering.LessOrEqual => "1970-01-01T00:00:00Z",
            Ordering.Greater or Ordering.GreaterOrEqual => "9999-12-31T00:00:00Z",
            Ordering.Equal => value,
        },
        { Family: ConditionFamily.Null or ConditionFamily.Unknown } => null,
        _ => null,
    };

    private static string Number(Ordering ordering, string value) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? (ordering switch
        {
            Ordering.Less => number - 1,
            Ordering.Greater => number + 1,
            Ordering.Equal or Ordering.LessOrEqual or Ordering.GreaterOrEqual => number,
        }).ToString(CultureInfo.InvariantCulture)
        : value;
}
