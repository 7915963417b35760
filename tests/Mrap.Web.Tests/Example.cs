using System.Collections.Immutable;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Policies;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Web.Tests;

/// <summary>An access point over Ireland, Sydney and N. Virginia.</summary>
internal static class Example
{
    public static DateTimeOffset CreatedAt { get; } = new(2026, 11, 19, 12, 0, 0, TimeSpan.Zero);

    public static RegionId Ireland { get; } = RegionId.Parse("eu-west-1").Value;

    public static RegionId Sydney { get; } = RegionId.Parse("ap-southeast-2").Value;

    public static RegionId Virginia { get; } = RegionId.Parse("us-east-1").Value;

    public static AccessPoint AccessPoint(
        string name = "media-global", AccessPointStatus status = AccessPointStatus.Ready, params RegionId[] regions)
    {
        var owner = AccountId.Parse("111122223333").Value;
        var members = (regions.Length > 0 ? regions : [Ireland, Sydney, Virginia]).Select(
            region => new MemberBucket(BucketName.Parse($"{name}-{region}").Value, region, owner));
        return new AccessPoint(
            AccessPointName.Parse(name).Value, AccessPointAlias.Parse("mfzwi23gnjvgw.mrap").Value, owner, CreatedAt, status,
            BlockPublicAccess.AllOn, [.. members]);
    }

    public static RouteTable Routes(params RegionId[] passive) => RouteTable.Create(AccessPoint().Members
        .Select(
            member => new Route(member.Bucket, member.Region, passive.Contains(member.Region) ? TrafficDial.Passive : TrafficDial.Active)));

    public static AccessPointDetails Details(params RegionId[] passive) =>
        new(AccessPoint(), Routes(passive), RoutesFault: null, new AccessPointPolicy(null, null, null), PolicyFault: null);
}
