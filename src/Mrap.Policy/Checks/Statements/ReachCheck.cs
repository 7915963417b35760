using System.Collections.Immutable;
using Mrap.Policy.Actions;
using Mrap.Policy.Checks.Arns;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Resources;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Statements;

/// <summary>
/// Whether a statement's actions and resources meet: an action is asked of resources of certain types, and a pattern of resources covers
/// certain types.
/// </summary>
internal sealed class ReachCheck : IPolicyCheck
{
    private static readonly CheckRule s_objectOnBucket = new(
        "OBJECT_ACTION_ON_BUCKET_ARN", FindingLevel.Warning,
        "an object's action has only the bucket's ARN, without the keys of its objects", IsOwn: true);
    private static readonly CheckRule s_bucketOnObject = new(
        "BUCKET_ACTION_ON_OBJECT_ARN", FindingLevel.Warning,
        "a bucket's or access point's action, such as ListBucket, has only the ARN of objects", IsOwn: true);
    private static readonly CheckRule s_objectPath = new(
        "ACCESS_POINT_OBJECT_PATH_MISSING", FindingLevel.Warning, "an object's action has an access point's ARN without `/object/`",
        IsOwn: true);
    private static readonly CheckRule s_action =
        new("ACTION_WITHOUT_RESOURCE", FindingLevel.Warning, "an action applies to none of its statement's resources", IsOwn: true);
    private static readonly CheckRule s_never = new(
        "STATEMENT_NEVER_MATCHES", FindingLevel.Warning,
        "no request can match the statement: its actions are asked of none of its resources", IsOwn: true);

    public ImmutableArray<CheckRule> Rules => [s_objectOnBucket, s_bucketOnObject, s_objectPath, s_action, s_never];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var statement in policy.Statements)
        {
            if (statement.Actions is { IsNegated: false, Items.IsEmpty: false } actions
                && statement.Resources is { IsNegated: false, Items.IsEmpty: false } resources
                && resources.Items.All(entry => IsWellFormed(policy, entry)))
            {
                Check(policy, statement, actions, resources, findings);
            }
        }
    }

    private static void Check(
        CheckedPolicy policy, CheckedStatement statement, PolicyEntries actions, PolicyEntries resources, FindingList findings)
    {
        var covered = 0;
        foreach (var resource in resources.Items)
        {
            covered |= policy.KindsOf(resource.Text);
        }

        ReportWildPaths(policy, actions, resources, findings);
        var stranded = new List<PolicyEntry>();
        var isKnown = true;
        foreach (var entry in actions.Items)
        {
            var matched = policy.ActionsOf(entry.Text);
            isKnown &= !matched.IsEmpty && entry.Text.StartsWith("s3:", StringComparison.OrdinalIgnoreCase);
            if (!matched.IsEmpty && entry.Text != "*" && !matched.Any(action => Applies(action, covered, resources)))
            {
                stranded.Add(entry);
            }
        }

        if (stranded.Count == 0)
        {
            return;
        }

        var isNever = isKnown && stranded.Count == actions.Items.Length;
        var missing = 0;
        foreach (var entry in stranded)
        {
            missing |= policy.ActionsOf(entry.Text).Aggregate(0, (bits, action) => bits | ResourceKinds.Of(action));
        }

        if (!Repair(policy, statement, resources, missing, isNever, stranded, findings))
        {
            ReportStranded(policy, statement, actions, stranded, isNever, findings);
        }
    }

    private static bool Applies(ActionEntry action, int covered, PolicyEntries resources) => action.Resources.IsEmpty
        ? covered == ResourceKinds.All
            || (action.Name == "s3:ListAllMyBuckets" && resources.Items.Any(entry => entry.Text == "arn:aws:s3:::*"))
        : (ResourceKinds.Of(action) & covered) != 0;

    // the usual slips are reported where the resource is written, with the text that mends them
    private static bool Repair(
        CheckedPolicy policy, CheckedStatement statement, PolicyEntries resources, int missing, bool isNever, List<PolicyEntry> stranded,
        FindingList findings)
    {
        var names = DisplayText.Quote(stranded[0].Text);
        foreach (var entry in resources.Items)
        {
            if (policy.ArnOf(entry.Text) is not { Service: "s3" } arn)
            {
                continue;
            }

            var kinds = policy.KindsOf(entry.Text);
            if ((missing & ResourceKinds.Object) != 0 && kinds == ResourceKinds.Bucket)
            {
                findings.Add(
                    s_objectOnBucket,
                    $"{names} is asked of objects, and {DisplayText.Quote(entry.Text)} is the bucket alone",
                    "add `/*` for all of its objects",
                    entry.Span,
                    ResourceEdits.Put(statement, entry, arn.ToString() + "/*", replace: isNever));
                return true;
            }

            if ((missing & ResourceKinds.AccessPointObject) != 0 && arn.IsAccessPoint && (kinds & ResourceKinds.AccessPointObject) == 0)
            {
                findings.Add(
                    s_objectPath,
                    $"{names} is asked of objects, and {DisplayText.Quote(entry.Text)} names none: keys stand behind `/object/`",
                    "add `/object/` and the keys, or `/object/*` for all of them",
                    entry.Span,
                    ResourceEdits.Put(
                        statement, entry, ResourceEdits.WithObjectPath(arn), replace: isNever || arn.BehindAccessPoint.Length > 0));
                return true;
            }

            if ((missing & ResourceKinds.Bucket) != 0 && kinds == ResourceKinds.Object && ResourceEdits.BucketOf(arn) is { } bucket)
            {
                ReportOnObject(statement, entry, names, bucket, isNever, findings);
                return true;
            }

            if ((missing & ResourceKinds.AccessPoint) != 0 && kinds == ResourceKinds.AccessPointObject && arn.IsAccessPoint)
            {
                ReportOnObject(
                    statement, entry, names, (arn with { Resource = "accesspoint/" + arn.AccessPoint }).ToString(), isNever, findings);
                return true;
            }
        }

        return false;
    }

    private static void ReportOnObject(
        CheckedStatement statement, PolicyEntry entry, string action, string owner, bool isNever, FindingList findings) => findings.Add(
        s_bucketOnObject,
        $"{action} is not asked of objects, and {DisplayText.Quote(entry.Text)} names objects alone",
        $"add {DisplayText.Quote(owner)}",
        entry.Span,
        ResourceEdits.Put(statement, entry, owner, replace: isNever));

    private static void ReportStranded(
        CheckedPolicy policy, CheckedStatement statement, PolicyEntries actions, List<PolicyEntry> stranded, bool isNever,
        FindingList findings)
    {
        if (isNever)
        {
            findings.Add(
                s_never, "none of the statement's actions is asked of any of its resources",
                "list resources of the types that the actions are about", statement.Start, RemovalEdits.OfStatement(policy, statement));
            return;
        }

        foreach (var entry in stranded)
        {
            if (findings.IsFull(s_action))
            {
                return;
            }

            findings.Add(
                s_action, $"{DisplayText.Quote(entry.Text)} applies to none of the statement's resources",
                "list a resource of the type that it is about, or take it out", entry.Span,
                RemovalEdits.OfEntry(statement, actions, entry));
        }
    }

    // a star behind the access point's name covers `/object/` too, but says something else than it seems
    private static void ReportWildPaths(CheckedPolicy policy, PolicyEntries actions, PolicyEntries resources, FindingList findings)
    {
        foreach (var entry in resources.Items)
        {
            if (policy.ArnOf(entry.Text) is { IsAccessPoint: true } arn
                && arn.BehindAccessPoint.StartsWith("/*", StringComparison.Ordinal)
                && actions.Items.Any(
                    action =>
                        policy.ActionsOf(action.Text).Any(matched => (ResourceKinds.Of(matched) & ResourceKinds.AccessPointObject) != 0)))
            {
                findings.Add(
                    s_objectPath,
                    $"{DisplayText.Quote(entry.Text)} lacks `/object/`, behind which the keys of objects stand",
                    "write `/object/*` for all objects",
                    entry.Span,
                    ArnEdits.Replace(entry, ResourceEdits.WithObjectPath(arn)));
            }
        }
    }

    private static bool IsWellFormed(CheckedPolicy policy, PolicyEntry entry) =>
        (entry.Text.Length > 0 && !entry.Text.AsSpan().ContainsAnyExcept('*')) || policy.ArnOf(entry.Text) is not null;
}
