using System.Collections.Immutable;
using Mrap.Aws.Faults;
using Mrap.Aws.Policies;
using Mrap.Core.AccessPoints;
using Mrap.Core.Permissions;
using Mrap.Policy.ExternalAccess;
using Mrap.Policy.Model;

namespace Mrap.Web.Components.AccessPoints.Permissions;

/// <summary>What somebody from outside reaches on one or several ways on which it is the same.</summary>
/// <param name="Who">Who, as the subject of a sentence; names stand in backticks.</param>
/// <param name="Way">Which buckets, through the access point or past it.</param>
/// <param name="Allowed">The actions that get through; empty for none.</param>
/// <param name="Refused">The granted actions that something else refuses, and why; empty for none.</param>
/// <param name="IsPublic">Whether it is everyone.</param>
public sealed record ExternalAccessRow(string Who, string Way, string Allowed, string Refused, bool IsPublic)
{
    private const int MaxNamed = 6;

    /// <summary>The rows in the order of the access point's policy, then requests that go to a bucket by its own name.</summary>
    public static ImmutableArray<ExternalAccessRow> Of(AccessPointPermissions permissions)
    {
        var accessPoint = permissions.AccessPoint;
        var front = new PreviewSide(
            accessPoint.Arn.ToString(),
            accessPoint.Owner.Value,
            Read(permissions.Policy.IsSuccess ? permissions.Policy.Value.Established : null, PolicyKind.AccessPoint),
            accessPoint.BlockPublicAccess.RestrictPublicBuckets || IsRestricted(permissions, accessPoint.Owner));
        var previews = AccessPointPreview.Of(front, permissions.Buckets.Select(bucket => new PreviewSide(
            bucket.Member.Bucket.Arn,
            bucket.Member.BucketAccount.Value,
            Read(bucket.Policy.IsSuccess ? bucket.Policy.Value.Text : null, PolicyKind.Bucket),
            IsOn(bucket.Block) || IsRestricted(permissions, bucket.Member.BucketAccount))));
        var named = previews.Zip(permissions.Buckets, (preview, bucket) => (Preview: preview, Name: bucket.Member.Bucket.Value)).ToList();

        var through = named.SelectMany(
            entry =>
                entry.Preview.ThroughAccessPoint.Select((reach, index) => (
                    Order: index, entry.Name, Reach: reach))).OrderBy(row => row.Order);
        var past = named.SelectMany(
            entry => entry.Preview.Direct.Where(reach => reach.IsOpen).Select(reach => (Order: 0, entry.Name, Reach: reach)));
        return [.. Rows(through, named.Count, isThrough: true), .. Rows(past, named.Count, isThrough: false)];
    }

    private static IEnumerable<ExternalAccessRow> Rows(
        IEnumerable<(int Order, string Name, ExternalAccessReach Reach)> reaches, int buckets, bool isThrough) => reaches
        .GroupBy(
            row => (row.Order, Who: AccessLine.Name(row.Reach.Grant), Allowed: Names(row.Reach.Allowed), Refused: Names(row.Reach.Refused)))
        .Select(group =>
        {
            var first = group.First().Reach;
            var names = group.Select(row => row.Name).ToList();
            var which = names.Count == buckets && buckets > 1
                ? $"all {buckets} buckets"
                : string.Join(", ", names.Select(name => $"`{name}`"));
            return new ExternalAccessRow(
                group.Key.Who,
                isThrough ? $"the access point to {which}" : $"{which}, past the access point",
                group.Key.Allowed,
                group.Key.Refused.Length == 0 ? string.Empty : $"{group.Key.Refused}: {first.Refusal}",
                first.Grant.Group == ExternalAccessGroup.Public && first.IsOpen);
        });

    private static string Names(ImmutableArray<string> actions) => actions.Length <= MaxNamed
        ? string.Join(", ", actions.Select(action => $"`{action}`"))
        : $"{string.Join(", ", actions.Take(MaxNamed - 1).Select(action => $"`{action}`"))} and {actions.Length - MaxNamed + 1} more";

    private static PolicyDocument? Read(string? text, PolicyKind kind) =>
        text is not null && PolicyDocument.Parse(text, kind).TryGet(out var document) ? document : null;

    private static bool IsRestricted(AccessPointPermissions permissions, AccountId account) =>
        permissions.Accounts.Any(found => found.Account == account && IsOn(found.Block));

    private static bool IsOn(Outcome<BlockPublicAccess> block) => block is { IsSuccess: true, Value.RestrictPublicBuckets: true };
}
