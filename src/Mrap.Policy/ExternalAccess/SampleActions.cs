using System.Collections.Immutable;
using Mrap.Policy.Actions;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Model;

namespace Mrap.Policy.ExternalAccess;

/// <summary>Expands what a grant permits into the actions that exist.</summary>
internal static class SampleActions
{
    private static readonly ImmutableArray<ActionEntry> s_throughAccessPoint = Of("accesspoint", "accesspointobject");
    private static readonly ImmutableArray<ActionEntry> s_onBuckets = Of("bucket", "object");

    /// <summary>Those that can be sent through an access point.</summary>
    public static ImmutableArray<ActionEntry> OfAccessPoint(PolicyEntries actions) => Expand(actions, s_throughAccessPoint);

    /// <summary>Those that can be sent to a bucket.</summary>
    public static ImmutableArray<ActionEntry> OfBucket(PolicyEntries actions) => Expand(actions, s_onBuckets);

    /// <summary>Whether an action is on objects, not on the bucket or access point itself.</summary>
    public static bool IsOnObjects(ActionEntry action) =>
        action.Resources.Any(resource => resource.Type is "object" or "accesspointobject");

    /// <summary>Whether the resources of a grant are of the kind that an action is on.</summary>
    public static bool IsCovered(ExternalAccessGrant grant, ActionEntry action)
    {
        if (grant.Resources is not { IsNegated: false } resources)
        {
            return true;
        }

        return resources.Items.Select(entry => ShortArn.Complete(entry.Text, PolicyKind.Bucket)).Any(
            resource =>
                !ShortArn.IsShort(resource)
                    && (IsOnObjects(action) ? IsObject(resource) || resource.EndsWith('*') : !IsObject(resource)));
    }

    private static bool IsObject(string resource) => resource.Contains("/object/", StringComparison.Ordinal)
        || (resource.StartsWith("arn:aws:s3:::", StringComparison.Ordinal) && resource.Contains('/', StringComparison.Ordinal));

    private static ImmutableArray<ActionEntry> Expand(PolicyEntries actions, ImmutableArray<ActionEntry> all)
    {
        ActionPattern[] patterns = [.. actions.Items.Select(item => ActionPattern.Compile(item.Text))];
        return [.. all.Where(action => patterns.Any(pattern => pattern.Matches(ActionPattern.Fold(action.Name))) != actions.IsNegated)];
    }

    private static ImmutableArray<ActionEntry> Of(string first, string second) =>
        [.. S3Actions.All.Where(action => action.Resources.Any(resource => resource.Type == first || resource.Type == second))];
}
