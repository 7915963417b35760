using System.Buffers;
using System.Collections.Immutable;
using Mrap.Policy.Checks.Arns;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Resources;

/// <summary>
/// Whether the ARNs of Multi-Region Access Points hold the alias that AWS gave them, wherever a policy names one (Amazon S3 User Guide,
/// "Restrictions and limitations").
/// </summary>
internal sealed class AccessPointNameCheck : IPolicyCheck
{
    private static readonly CheckRule s_name = new(
        "ACCESS_POINT_NAME_FOR_ALIAS", FindingLevel.Warning, "a Multi-Region Access Point's ARN holds its name where its alias belongs",
        IsOwn: true);
    private static readonly CheckRule s_region = new(
        "REGION_IN_ACCESS_POINT_CONDITION", FindingLevel.Warning,
        "a condition on `s3:DataAccessPointArn` has a Multi-Region Access Point's ARN with a Region", IsOwn: true);
    private static readonly CheckRule s_unknown =
        new("UNKNOWN_ACCESS_POINT", FindingLevel.Warning, "a condition delegates to an access point that does not exist", IsOwn: true);

    // names have small letters, digits and hyphens; what has others is a placeholder
    private static readonly SearchValues<char> s_nameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    public ImmutableArray<CheckRule> Rules => [s_name, s_region, s_unknown];

    /// <summary>Whether an ARN holds a name where a Multi-Region Access Point has its alias: only theirs have no Region.</summary>
    public static bool NamesByName(WrittenArn arn) =>
        arn is { IsAccessPoint: true, IsMultiRegion: false, Region: "", AccessPoint: { Length: > 0 } name }
            && PrincipalArn.IsAccount(arn.Account)
            && !name.AsSpan().ContainsAnyExcept(s_nameCharacters);

    /// <summary>The ARN with the alias in the name's place; nothing when no access point of this name is known.</summary>
    public static WrittenArn? WithAlias(CheckedPolicy policy, WrittenArn arn) =>
        AliasOf(policy.Context, arn.AccessPoint!) is { } alias
            ? arn with { Resource = $"accesspoint/{alias}{arn.BehindAccessPoint}" }
            : null;

    /// <summary>Whether an entry of Action takes in the creation of Multi-Region Access Points, which goes by the name.</summary>
    public static bool CanCreate(CheckedPolicy policy, PolicyEntry action) =>
        policy.ActionsOf(action.Text).Any(found => found.Name == "s3:CreateMultiRegionAccessPoint");

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var statement in policy.Statements)
        {
            foreach (var entry in statement.Resources?.Items ?? [])
            {
                if (policy.ArnOf(entry.Text) is { } arn && NamesByName(arn) && !IsCreated(policy, statement))
                {
                    ReportName(policy, arn, entry.Text, entry.Span, findings);
                }
            }

            foreach (var clause in statement.Conditions.SelectMany(block => block.Clauses))
            {
                if (clause.Key.Equals("s3:DataAccessPointArn", StringComparison.OrdinalIgnoreCase))
                {
                    foreach (var value in clause.Values)
                    {
                        CheckValue(policy, value, findings);
                    }
                }
            }
        }
    }

    private static void CheckValue(CheckedPolicy policy, ConditionValue value, FindingList findings)
    {
        if (WrittenArn.Read(value.Text) is not { IsAccessPoint: true } arn)
        {
            return;
        }

        if (arn.IsMultiRegion && arn.Region.Length > 0 && !WrittenArn.IsPattern(arn.Region))
        {
            var plain = (arn with { Region = "" }).ToString();
            findings.Add(
                s_region,
                "a Multi-Region Access Point belongs to no Region: requests through it carry an ARN with that field empty",
                $"take {DisplayText.Quote(arn.Region)} out",
                value.Span,
                Replace(value.Span, plain));
        }
        else if (NamesByName(arn))
        {
            ReportName(policy, arn, value.Text, value.Span, findings);
        }
        else if (!WrittenArn.IsPattern(value.Text) && CanBeChecked(policy.Context, arn) && !IsKnown(policy.Context, value.Text))
        {
            findings.Add(
                s_unknown, $"no access point has the ARN {DisplayText.Quote(value.Text)}", "name one that exists, or take it out",
                value.Span);
        }
    }

    private static void ReportName(CheckedPolicy policy, WrittenArn arn, string text, TextSpan span, FindingList findings)
    {
        var meant = WithAlias(policy, arn);
        findings.Add(
            s_name,
            $"{DisplayText.Quote(text)} holds a name: the ARN of a Multi-Region Access Point holds its alias, which ends in `.mrap`",
            meant is null
                ? "write the alias, or the Region of a single-Region access point"
                : $"write the alias {DisplayText.Quote(meant.AccessPoint!)}",
            span,
            meant is null ? null : Replace(span, meant.ToString()));
    }

    private static bool IsCreated(CheckedPolicy policy, CheckedStatement statement) =>
        !policy.IsResourcePolicy && statement.Actions is { IsNegated: false, Items.IsEmpty: false } actions
        && actions.Items.All(
            entry =>
                policy.ActionsOf(entry.Text) is { IsEmpty: false } found
                    && found.All(action => action.Name.Contains("MultiRegionAccessPoint", StringComparison.Ordinal)))
        && actions.Items.Any(entry => CanCreate(policy, entry));

    private static string? AliasOf(CheckContext context, string name)
    {
        if (
            name == context.AccessPointName
                && context.AccessPointArn is { } own
                && WrittenArn.Read(own) is { IsMultiRegion: true, AccessPoint: var alias })
        {
            return alias;
        }

        foreach (var known in context.AccessPoints.IsDefault ? [] : context.AccessPoints)
        {
            if (known.Name == name && WrittenArn.Read(known.Arn) is { IsMultiRegion: true, AccessPoint: var other })
            {
                return other;
            }
        }

        return null;
    }

    // of accounts and kinds of which no access point is known, nothing can be said
    private static bool CanBeChecked(CheckContext context, WrittenArn arn) => !context.AccessPoints.IsDefault
        && (arn.Account == context.OwnerAccount || context.AccessPoints.Any(known => WrittenArn.Read(known.Arn)?.Account == arn.Account))
        && (arn.IsMultiRegion || context.AccessPoints.Any(known => WrittenArn.Read(known.Arn) is { IsMultiRegion: false }));

    private static bool IsKnown(CheckContext context, string arn) =>
        arn == context.AccessPointArn
        || context.AccessPoints.Any(known => known.Arn == arn)
        || (!context.DelegateTo.IsDefault && context.DelegateTo.Contains(arn));

    private static FindingEdit Replace(TextSpan span, string text) =>
        new($"Change to {DisplayText.Quote(text)}", span, JsonText.Quote(text));
}
