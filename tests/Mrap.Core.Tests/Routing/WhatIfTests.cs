using CsCheck;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Tests.Routing;

public sealed class WhatIfTests
{
    // The band of a tie begins at the nearest Region: without it, others may count as nearest enough.
    [Fact]
    public void Down_OfARegion_MovesItsClientsAndOthersWithinATieAtMost() =>
        Gen.Select(Samples.Tables, Samples.Healths, Gen.Int[0, 16]).Sample((table, health, pick) =>
        {
            var region = table.Routes[pick % table.Routes.Length].Region;

            var whatIf = WhatIf.Down(table, health, region);

            whatIf.Clients.Where(client => client.IsMoved && client.Before.Region != region)
                .ShouldAllBe(client => Math.Abs(client.Slower!.Value) <= LatencyModel.TieBandMilliseconds);
            whatIf.Clients.ShouldAllBe(client => client.After.Region != region);
            whatIf.Regions.Sum(shift => shift.Gain).ShouldBe(-whatIf.Cut, 1e-9);
        });

    [Fact]
    public void Forecast_OfAnyTable_AgreesWithTheExplainingRouter() =>
        Gen.Select(Samples.Tables, Samples.Healths).Sample((table, health) =>
        {
            foreach (var client in ClientForecast.Of(table, health).Clients)
            {
                Router.Route(client.Client, table, health).Chosen?.Region.ShouldBe(client.Region!.Value);
            }
        }, iter: 20);

    [Fact]
    public void Quantiles_AreOrdered() => Gen.Select(Samples.Tables, Samples.Healths).Sample((table, health) =>
    {
        var forecast = ClientForecast.Of(table, health);

        if (forecast.Median is { } median)
        {
            median.ShouldBeLessThanOrEqualTo(forecast.NinetyFifth!.Value);
            forecast.NinetyFifth!.Value.ShouldBeLessThanOrEqualTo(forecast.Worst!.Value);
        }
    });

    [Fact]
    public void Passive_OfTheOnlyOtherRegion_SendsEverybodyToTheFirst()
    {
        var before = Samples.Table("us-east-1", "eu-west-1");

        var whatIf = WhatIf.Compare(before, FleetHealth.AllUp, Samples.Table("us-east-1", "eu-west-1!"), FleetHealth.AllUp);

        whatIf.After.Shares.ShareOf(Samples.Region("us-east-1")).ShouldBe(1);
        whatIf.Moved.ShouldBe(whatIf.Before.Shares.ShareOf(Samples.Region("eu-west-1")), 1e-9);
        whatIf.Clients.Where(client => client.IsMoved).ShouldAllBe(client => client.Slower > -LatencyModel.TieBandMilliseconds);
    }

    [Fact]
    public void Down_OfTheLastRegion_CutsEverybodyOff()
    {
        var whatIf = WhatIf.Down(Samples.Table("us-east-1", "eu-west-1!"), FleetHealth.AllUp, Samples.Region("us-east-1"));

        whatIf.Cut.ShouldBe(1);
        whatIf.After.Median.ShouldBeNull();
        whatIf.Clients.ShouldAllBe(client => client.Slower == null);
    }

    [Fact]
    public void Added_AndRemovedAgain_IsAsBefore()
    {
        var table = Samples.Table("us-east-1", "eu-west-1");
        var sydney = Samples.Region("ap-southeast-2");

        var added = WhatIf.Added(table, FleetHealth.AllUp, Samples.Bucket(sydney), sydney).ShouldNotBeNull();
        var removed = WhatIf.Removed(
            Samples.Table("us-east-1", "eu-west-1", "ap-southeast-2"), FleetHealth.AllUp, sydney).ShouldNotBeNull();

        added.Regions.Single(shift => shift.Before is null).Region.ShouldBe(sydney);
        added.After.Shares.MeanMilliseconds.ShouldBe(removed.Before.Shares.MeanMilliseconds);
        removed.After.Shares.MeanMilliseconds.ShouldBe(added.Before.Shares.MeanMilliseconds);
    }

    [Fact]
    public void Change_ThatCannotBe_IsNone()
    {
        var full = RouteTable.Create(RegionCatalog.AccessPointCapable.Take(RouteTable.MaxRoutes).Select(
            region => new Route(Samples.Bucket(region.Id), region.Id, TrafficDial.Active)));
        var other = RegionCatalog.AccessPointCapable[^1].Id;
        var table = Samples.Table("us-east-1", "eu-west-1!");

        WhatIf.Added(full, FleetHealth.AllUp, Samples.Bucket(other), other).ShouldBeNull();
        WhatIf.Added(table, FleetHealth.AllUp, Samples.Bucket(other), Samples.Region("us-east-1")).ShouldBeNull();
        WhatIf.Removed(table, FleetHealth.AllUp, Samples.Region("us-east-1")).ShouldBeNull();
        WhatIf.Removed(table, FleetHealth.AllUp, Samples.Region("ap-southeast-2")).ShouldBeNull();
    }
}
