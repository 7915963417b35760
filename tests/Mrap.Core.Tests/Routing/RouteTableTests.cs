using CsCheck;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Tests.Routing;

public sealed class RouteTableTests
{
    private static readonly RouteTable s_table = Samples.Table("us-east-1", "eu-west-1", "ap-southeast-2!");

    [Fact]
    public void Apply_OneBucket_KeepsTheOthers()
    {
        var outcome = s_table.Apply([RouteUpdate.Of(Samples.Bucket(Samples.Region("us-east-1")), TrafficDial.Passive)]);

        var applied = outcome.ShouldBeOfType<RouteUpdateOutcome.Applied>();
        applied.Table.ShouldBe(Samples.Table("us-east-1!", "eu-west-1", "ap-southeast-2!"));
        applied.Changed.ShouldBe([Samples.Region("us-east-1")]);
    }

    [Fact]
    public void Apply_ExchangeOfActiveAndPassive_IsOneChange()
    {
        var wished = Samples.Table("us-east-1", "eu-west-1!", "ap-southeast-2");

        s_table.Apply(s_table.UpdatesTo(wished)).ShouldBeOfType<RouteUpdateOutcome.Applied>().Table.ShouldBe(wished);
    }

    [Theory]
    [InlineData("bucket-us-east-1", "eu-west-1", 100, "is not in eu-west-1")]
    [InlineData("unknown-bucket", null, 100, "is not part of")]
    [InlineData(null, "eu-north-1", 100, "has no bucket in eu-north-1")]
    [InlineData(null, null, 100, "must name a bucket or a Region")]
    [InlineData("bucket-us-east-1", null, 10, "must be 0 or 100, not 10")]
    [InlineData("bucket-us-east-1", null, -1, "must be 0 or 100, not -1")]
    [InlineData("bucket-us-east-1", null, int.MaxValue, "must be 0 or 100")]
    public void Apply_FaultyUpdate_IsRefusedAsInvalidRequest(string? bucket, string? region, int percentage, string message) =>
        AssertInvalid(s_table.Apply([Update(bucket, region, percentage)]), message);

    [Fact]
    public void Apply_SameRouteTwice_IsRefused() =>
        AssertInvalid(s_table.Apply([Update("bucket-us-east-1", null, 0), Update(null, "us-east-1", 0)]), "more than once");

    [Fact]
    public void Apply_NoUpdate_IsRefused() => AssertInvalid(s_table.Apply([]), "No route is named");

    [Fact]
    public void Apply_NoneLeftActive_IsRefused() =>
        AssertInvalid(s_table.Apply([Update(null, "us-east-1", 0), Update(null, "eu-west-1", 0)]), "At least one Region must stay active");

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void Apply_TableOfOneRegion_IsMethodNotAllowed(int percentage)
    {
        var fault = Samples.Table("us-east-1")
            .Apply([Update(null, "us-east-1", percentage)])
            .ShouldBeOfType<RouteUpdateOutcome.Refused>().Fault;

        fault.Code.ShouldBe("MethodNotAllowed");
        fault.HttpStatus.ShouldBe(405);
    }

    [Fact]
    public void Apply_AnyUpdates_NeverLeavesNoneActiveAndKeepsRegions() =>
        Gen.Select(
            Samples.Tables,
            Gen.Select(Gen.OneOf(RegionCatalog.AccessPointCapable.ToArray()), Gen.OneOf(0, 100)).Array[0, 17]).Sample((table, wishes) =>
        {
            var updates = wishes.Where(wish => table.Find(wish.Item1.Id) is not null).Select(wish => new RouteUpdate(
                null, wish.Item1.Id, wish.Item2));
            if (table.Apply(updates) is RouteUpdateOutcome.Applied applied)
            {
                applied.Table.Active.ShouldNotBeEmpty();
                applied.Table.Routes.Select(route => (route.Region,
                route.Bucket)).ShouldBe(table.Routes.Select(route => (route.Region, route.Bucket)));
                wishes.Where(wish => table.Find(wish.Item1.Id) is not null)
                    .ShouldAllBe(wish => applied.Table.Find(wish.Item1.Id)!.Dial.Percentage == wish.Item2);
            }
        });

    [Fact]
    public void UpdatesTo_AnyTableOfSameBuckets_LeadsThere() =>
        Gen.Select(Samples.Tables, Gen.Bool.Array[RouteTable.MaxRoutes]).Sample((table, dials) =>
        {
            var routes =
                table.Routes.Select((route, i) => route with { Dial = dials[i] || i == 0 ? TrafficDial.Active : TrafficDial.Passive });
            var wished = RouteTable.Create(routes);
            var updates = table.UpdatesTo(wished);

            if (updates.IsEmpty)
            {
                table.ShouldBe(wished);
            }
            else
            {
                table.Apply(updates).ShouldBeOfType<RouteUpdateOutcome.Applied>().Table.ShouldBe(wished);
            }
        });

    [Fact]
    public void Create_BrokenInvariants_Throws()
    {
        Should.Throw<ArgumentException>(() => RouteTable.Create([]));
        Should.Throw<ArgumentException>(() => Samples.Table("us-east-1!"));
        Should.Throw<ArgumentException>(() => Samples.Table("us-east-1", "us-east-1!"));
        Should.Throw<ArgumentException>(
            () => Samples.Table([.. RegionCatalog.AccessPointCapable.Take(18).Select(region => region.Id.Value)]));
    }

    [Fact]
    public void FromPercentage_AnyNumber_TakesOnlyTheTwoDials() =>
        Gen.Int[-300, 300].Sample(number => TrafficDial.FromPercentage(number).IsValid.ShouldBe(number is 0 or 100));

    private static RouteUpdate Update(string? bucket, string? region, int percentage) => new(
        bucket is null ? null : BucketName.Parse(bucket).Value,
        region is null ? null : Samples.Region(region),
        percentage);

    private static void AssertInvalid(RouteUpdateOutcome outcome, string message)
    {
        var fault = outcome.ShouldBeOfType<RouteUpdateOutcome.Refused>().Fault;
        fault.Code.ShouldBe("InvalidRequest");
        fault.HttpStatus.ShouldBe(400);
        fault.Message.ShouldContain(message);
    }
}
