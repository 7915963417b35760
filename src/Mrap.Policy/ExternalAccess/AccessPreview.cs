using System.Collections.Immutable;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;
using Mrap.Policy.PublicAccess;

namespace Mrap.Policy.ExternalAccess;

/// <summary>
/// Lists who a resource's policy lets in from outside the owner's account. Denies are not subtracted: the list says what is granted.
/// </summary>
public static class AccessPreview
{
    private static readonly string[] s_accountKeys =
        ["aws:PrincipalAccount", "s3:DataAccessPointAccount", "aws:SourceAccount", "aws:SourceOwner"];

    /// <summary>Lists the grants.</summary>
    /// <param name="document">The policy of a bucket or an access point.</param>
    /// <param name="kind">Where it is attached.</param>
    /// <param name="ownerAccount">The account whose own principals are inside: twelve digits.</param>
    /// <returns>The grants to the outside, in the order of the policy.</returns>
    public static ImmutableArray<ExternalAccessGrant> Of(PolicyDocument document, PolicyKind kind, string ownerAccount)
    {
        ArgumentNullException.ThrowIfNull(document);
        var exposures = PublicPolicy.Evaluate(document, kind).Statements;
        var grants = ImmutableArray.CreateBuilder<ExternalAccessGrant>();
        foreach (var exposure in exposures)
        {
            var statement = document.Statements[exposure.Statement];
            if (statement.Principals is not { } principals)
            {
                continue;
            }

            foreach (var (group, name) in WhoIs(principals, statement.Conditions, exposure, ownerAccount))
            {
                grants.Add(new ExternalAccessGrant(
                    exposure.Statement, group, name, statement.Actions, statement.Resources,
                    statement.Conditions.IsDefault ? [] : statement.Conditions));
            }
        }

        return grants.DrainToImmutable();
    }

    private static IEnumerable<(ExternalAccessGroup Group, string Name)> WhoIs(
        PolicyPrincipals principals, ImmutableArray<ConditionBlock> conditions, StatementExposure exposure, string ownerAccount)
    {
        if (principals.IsStar || principals.IsNegated)
        {
            return Everyone(conditions, exposure, ownerAccount);
        }

        return principals.Groups.SelectMany(group => group.Entries.Items.SelectMany(entry => group.Type switch
        {
            PrincipalType.Aws when entry.Text == "*" => Everyone(conditions, exposure, ownerAccount),
            PrincipalType.Aws => AccountOf(entry.Text) == ownerAccount ? [] : [(ExternalAccessGroup.Account, entry.Text)],
            PrincipalType.Service => [(ExternalAccessGroup.Service, entry.Text)],
            PrincipalType.Federated => [(ExternalAccessGroup.Federated, entry.Text)],
            PrincipalType.CanonicalUser => new[] { (ExternalAccessGroup.Account, entry.Text) },
        }));
    }

    // conditions with fixed values say who of everyone is left
    private static IEnumerable<(ExternalAccessGroup Group, string Name)> Everyone(
        ImmutableArray<ConditionBlock> conditions, StatementExposure exposure, string ownerAccount)
    {
        if (exposure.IsPublic || conditions.IsDefault)
        {
            return [(ExternalAccessGroup.Public, "*")];
        }

        var organisations = FixedValues(conditions, ["aws:PrincipalOrgID"]);
        if (organisations.Length > 0)
        {
            return organisations.Select(organisation => (ExternalAccessGroup.Organisation, organisation));
        }

        var accounts = FixedValues(conditions, s_accountKeys);
        return accounts.Length > 0
            ? accounts.Where(account => account != ownerAccount).Select(account => (ExternalAccessGroup.Account, account))
            : [(ExternalAccessGroup.Limited, "*")];
    }

    private static string[] FixedValues(ImmutableArray<ConditionBlock> conditions, string[] keys)
    {
        foreach (var block in conditions)
        {
            foreach (var clause in block.Clauses)
            {
                if (
                    keys.Contains(clause.Key, StringComparer.OrdinalIgnoreCase)
                        && LimitingCondition.LimitOf(block, clause, PolicyKind.Bucket) == Limit.Listed)
                {
                    return [.. clause.Values.Select(value => value.Text)];
                }
            }
        }

        return [];
    }

    private static string? AccountOf(string principal) =>
        PrincipalArn.IsAccount(principal) ? principal : PrincipalArn.Parse(principal)?.Account;
}
