using System.Collections.Immutable;
using System.Text.Json;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Sandbox.Control;

/// <summary>The texts in which the control plane's values are stored.</summary>
internal static class ControlText
{
    /// <summary>Block Public Access as four bits.</summary>
    public static long Of(BlockPublicAccess block) =>
        (block.BlockPublicAcls
            ? 1
            : 0) | (block.IgnorePublicAcls
            ? 2
            : 0) | (block.BlockPublicPolicy
            ? 4
            : 0) | (block.RestrictPublicBuckets
            ? 8
            : 0);

    /// <summary>Reads what <see cref="Of(BlockPublicAccess)"/> made.</summary>
    public static BlockPublicAccess ReadBlock(long bits) => new((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0);

    /// <summary>Members as JSON.</summary>
    public static string Of(ImmutableArray<MemberBucket> members) =>
        JsonSerializer.Serialize(members.Select(member => new[] { member.Bucket.Value, member.Region.Value, member.BucketAccount.Value }));

    /// <summary>Reads members.</summary>
    public static ImmutableArray<MemberBucket> ReadMembers(string text) =>
    [
        .. JsonSerializer.Deserialize<string[][]>(text)!.Select(member =>
            new MemberBucket(BucketName.Parse(member[0]).Value, RegionId.Parse(member[1]).Value, AccountId.Parse(member[2]).Value)),
    ];

    /// <summary>Route tables as JSON.</summary>
    public static string Of(ImmutableArray<RouteSubmission> submissions) =>
        JsonSerializer.Serialize(submissions.Select(submission => new StoredSubmission(
            submission.At.ToUnixTimeMilliseconds(),
            [.. submission.Table.Routes.Select(route => new StoredRoute(route.Bucket.Value, route.Region.Value, route.Dial.Percentage))])));

    /// <summary>Reads route tables.</summary>
    public static ImmutableArray<RouteSubmission> ReadSubmissions(string text) =>
    [
        .. JsonSerializer.Deserialize<StoredSubmission[]>(text)!.Select(submission => new RouteSubmission(
            DateTimeOffset.FromUnixTimeMilliseconds(submission.At),
            RouteTable.Create(submission.Routes.Select(route =>
                new Route(
                    BucketName.Parse(route.Bucket).Value, RegionId.Parse(route.Region).Value,
                    TrafficDial.FromPercentage(route.Dial).Value))))),
    ];

    /// <summary>Reads Region codes separated by commas.</summary>
    public static IEnumerable<RegionId> ReadRegions(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(region => RegionId.Parse(region).Value);

    /// <summary>A request as JSON.</summary>
    public static string Of(AsyncRequest request) => JsonSerializer.Serialize(
        new StoredRequest(request.BlockPublicAccess is { } block ? Of(block) : null, [.. request.Buckets], request.Policy));

    /// <summary>Reads a request.</summary>
    public static AsyncRequest ReadRequest(string text)
    {
        var stored = JsonSerializer.Deserialize<StoredRequest>(text)!;
        return new AsyncRequest(stored.Block is { } bits ? ReadBlock(bits) : null, [.. stored.Buckets], stored.Policy);
    }

    private sealed record StoredSubmission(long At, StoredRoute[] Routes);

    private sealed record StoredRoute(string Bucket, string Region, int Dial);

    private sealed record StoredRequest(long? Block, RequestedBucket[] Buckets, string? Policy);
}
