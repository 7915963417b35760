using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Core.Simulation;

namespace Mrap.Testing;

/// <summary>An access point over Ireland, Sydney and N. Virginia.</summary>
public sealed class Example
{
    private Example()
    {
    }

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

    /// <summary>A worked example of the simulator by its name in an address.</summary>
    public static SimulationState Simulation(string slug) =>
        SimulationExamples.Find(slug)!.At(new DateTimeOffset(2026, 11, 22, 21, 0, 0, TimeSpan.Zero));
}
