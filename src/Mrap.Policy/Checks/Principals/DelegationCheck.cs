using System.Collections.Immutable;
using Mrap.Policy.Checks.Arns;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Principals;

/// <summary>
/// Whether a bucket's policy passes decisions on to the access points that the bucket is a member of (Amazon S3 User Guide, "Delegating
/// access control to access points").
/// </summary>
internal sealed class DelegationCheck : IPolicyCheck
{
    private static readonly CheckRule s_missing = new(
        "BUCKET_DOES_NOT_DELEGATE", FindingLevel.Warning,
        "a bucket's policy does not delegate to an access point that the bucket is a member of", IsOwn: true);

    private static readonly string[] s_keys = ["s3:DataAccessPointArn", "s3:DataAccessPointAccount"];

    public ImmutableArray<CheckRule> Rules => [s_missing];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        if (
            policy.Kind != PolicyKind.Bucket
                || policy.Context is not { Bucket: { Length: > 0 } bucket, DelegateTo.IsDefaultOrEmpty: false } context
                || policy.Top is not { } top)
        {
            return;
        }

        foreach (var arn in context.DelegateTo)
        {
            if (
                WrittenArn.Read(arn) is { IsAccessPoint: true, Account: var account }
                    && !policy.Statements.Any(statement => Delegates(policy, statement, arn, account)))
            {
                findings.Add(
                    s_missing,
                    $"the policy does not delegate to {DisplayText.Quote(arn)}: callers of other accounts get nothing through that access "
                        + "point",
                    "allow everyone under the condition that `s3:DataAccessPointArn` is its ARN",
                    new TextSpan(top.Span.Start, 1),
                    EditFor(top, bucket, arn));
            }
        }
    }

    private static bool Delegates(CheckedPolicy policy, CheckedStatement statement, string arn, string account)
    {
        if (statement.Effect != PolicyEffect.Allow || statement.Principals is not { IsNegated: false })
        {
            return false;
        }

        var names = false;
        foreach (var block in statement.Conditions)
        {
            foreach (var clause in block.Clauses)
            {
                switch (AccessPointConditions.Of(block, clause, policy.Version, arn, account))
                {
                    case AccessPointLimit.Elsewhere:
                        return false;
                    case AccessPointLimit.Through:
                        names |= s_keys.Contains(clause.Key, StringComparer.OrdinalIgnoreCase);
                        break;
                    case AccessPointLimit.None:
                        break;
                }
            }
        }

        // an Allow for everyone without conditions passes everything on, wisely or not
        return names || (statement.Conditions.IsEmpty && statement.Principals.IsStar);
    }

    private static FindingEdit? EditFor(JsonObjectSyntax top, string bucket, string arn)
    {
        var statement = DelegationStatement.ToAccessPoint(bucket, arn);
        return top.Find("Statement")?.Value switch
        {
            JsonArraySyntax { Items.IsEmpty: true } list => new FindingEdit("Add the delegation", list.Span, $"[{statement}]"),
            JsonArraySyntax list => new FindingEdit("Add the delegation", new TextSpan(list.Items[^1].Span.End, 0), $",\n    {statement}"),
            _ => null,
        };
    }
}
