using System.Collections.Immutable;
using Mrap.Policy.Model;

namespace Mrap.Policy.PublicAccess;

/// <summary>Tells public policies from others by the rules of Block Public Access.</summary>
public static class PublicPolicy
{
    /// <summary>Evaluates a resource's policy: it is public unless every Allow is limited to fixed values.</summary>
    /// <param name="document">The policy.</param>
    /// <param name="kind">Where it is attached; the rule for `s3:DataAccessPointArn` differs between buckets and access points.</param>
    /// <param name="isVpcOnly">Whether it belongs to an access point that can only be reached from a VPC: such a policy is never
    /// public.</param>
    /// <returns>The verdict with a reason for each Allow statement.</returns>
    public static PublicVerdict Evaluate(PolicyDocument document, PolicyKind kind, bool isVpcOnly = false)
    {
        ArgumentNullException.ThrowIfNull(document);
        var exposures = ImmutableArray.CreateBuilder<StatementExposure>();
        for (var i = 0; i < document.Statements.Length; i++)
        {
            var statement = document.Statements[i];
            if (statement.Effect == PolicyEffect.Allow)
            {
                exposures.Add(isVpcOnly
                    ? new StatementExposure(i, IsPublic: false, "the access point can only be reached from its VPC", IsContested: false)
                    : Evaluate(statement, i, kind));
            }
        }

        return new PublicVerdict(exposures.Any(exposure => exposure.IsPublic), exposures.DrainToImmutable());
    }

    private static StatementExposure Evaluate(PolicyStatement statement, int index, PolicyKind kind)
    {
        if (statement.Principals is not { } principals)
        {
            return new StatementExposure(index, IsPublic: false, "it is attached to its principal", IsContested: false);
        }

        if (PrincipalExposure.Find(principals) is not { } open)
        {
            return new StatementExposure(index, IsPublic: false, "its principals are named", IsContested: false);
        }

        var contested = (string?)null;
        if (!statement.Conditions.IsDefault)
        {
            foreach (var block in statement.Conditions)
            {
                foreach (var clause in block.Clauses)
                {
                    switch (LimitingCondition.LimitOf(block, clause, kind))
                    {
                        case Limit.Listed:
                            return new StatementExposure(
                                index, IsPublic: false, $"`{clause.Key}` limits it to fixed values", IsContested: false);
                        case Limit.Contested:
                            contested ??= clause.Key;
                            break;
                        case Limit.None:
                            break;
                    }
                }
            }
        }

        return contested is null
            ? new StatementExposure(index, IsPublic: true, open + " and no condition limits it to fixed values", IsContested: false)
            : new StatementExposure(
                index, IsPublic: true, $"{open}; `{contested}` limits it, but AWS does not list that key", IsContested: true);
    }
}
