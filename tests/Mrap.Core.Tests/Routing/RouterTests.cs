using CsCheck;
using Mrap.Core.Routing;

namespace Mrap.Core.Tests.Routing;

public sealed class RouterTests
{
    private static readonly RouteTable s_seed = Samples.Table("us-east-1", "eu-west-1", "ap-southeast-2");

    [Theory]
    [InlineData("us-east-1", "us-east-1")]
    [InlineData("ap-northeast-1", "ap-southeast-2")]
    [InlineData("eu-central-1", "eu-west-1")]
    [InlineData("gb-london", "eu-west-1")]
    public void Route_SeedExample_TakesTheNearestRegion(string vantage, string region) =>
        Router.Route(Samples.Vantage(vantage), s_seed, FleetHealth.AllUp).Chosen.ShouldNotBeNull().Region.Value.ShouldBe(region);

    [Fact]
    public void Route_NearestIsPassive_TakesTheNextAndSaysWhy()
    {
        var decision =
            Router.Route(Samples.Vantage("eu-west-2"), Samples.Table("eu-west-1!", "us-east-1", "ap-southeast-2"), FleetHealth.AllUp);

        decision.Chosen!.Region.Value.ShouldBe("us-east-1");
        decision.Candidates[0].Region.Value.ShouldBe("eu-west-1");
        decision.Candidates[0].Reason.ShouldBe("passive: takes no traffic until it is made active");
        decision.Candidates[1].Reason.ShouldBe("the nearest active Region");
        decision.Candidates[2].Reason.ShouldStartWith("active, but ");
        decision.Explanation.ShouldStartWith("N. Virginia (us-east-1) serves London: ");
    }

    [Fact]
    public void Route_EveryActiveRegionDown_ChoosesNoneAndSaysSo()
    {
        var health = FleetHealth.AllUp.With(Samples.Region("us-east-1"), RegionHealth.Down);

        var decision = Router.Route(Samples.Vantage("us-east-1"), Samples.Table("us-east-1", "eu-west-1!"), health);

        decision.Chosen.ShouldBeNull();
        decision.Explanation.ShouldBe("no Region serves N. Virginia: every active Region is down");
    }

    [Fact]
    public void Route_Degraded_IsStillTakenAndSaysSo()
    {
        var health = FleetHealth.AllUp.With(Samples.Region("us-east-1"), RegionHealth.Degraded);

        Router.Route(Samples.Vantage("us-east-1"), s_seed, health).Chosen!.Reason.ShouldBe("the nearest active Region, though degraded");
    }

    [Fact]
    public void Route_TwoRegionsWithinTheTieBand_TakesTheLowerCode()
    {
        var vantage = VantageCatalog.All.First(candidate =>
            LatencyModel.Between(candidate, Samples.Region("eu-central-1"))!.Value.Milliseconds is var far
            && LatencyModel.Between(candidate, Samples.Region("eu-west-3"))!.Value.Milliseconds is var near
            && far > near && far - near < LatencyModel.TieBandMilliseconds);

        var decision = Router.Route(vantage, Samples.Table("eu-west-3", "eu-central-1"), FleetHealth.AllUp);

        decision.Chosen!.Region.Value.ShouldBe("eu-central-1");
        decision.Chosen.Reason.ShouldContain("first by Region code");
        decision.Candidates[0].Reason.ShouldBe("ties with eu-central-1, which comes first by Region code");
    }

    [Fact]
    public void Route_Anything_ObeysTheRule() =>
        Gen.Select(Samples.Vantages, Samples.Tables, Samples.Healths).Sample((vantage, table, health) =>
    {
        var decision = Router.Route(vantage, table, health);
        var eligible = table.Routes.Where(route => route.IsActive && health.Of(route.Region) != RegionHealth.Down)
            .Select(route => (route.Region, LatencyModel.Between(vantage, route.Region)!.Value.Milliseconds)).ToArray();

        decision.Candidates.Length.ShouldBe(table.Routes.Length);
        decision.Candidates.ShouldAllBe(candidate => candidate.Reason.Length > 0);
        decision.Candidates.Count(candidate => candidate.IsChosen).ShouldBe(eligible.Length == 0 ? 0 : 1);
        if (eligible.Length == 0)
        {
            decision.Chosen.ShouldBeNull();
            return;
        }

        var best = eligible.Min(pair => pair.Milliseconds);
        decision.Chosen.ShouldNotBeNull().Region.ShouldBe(
            eligible.Where(pair => pair.Milliseconds <= best + 5).Select(pair => pair.Region).Min());
    });

    [Fact]
    public void TryChoose_Anything_AgreesWithTheExplainedDecision() =>
        Gen.Select(Samples.Vantages, Samples.Tables, Samples.Healths).Sample((vantage, table, health) =>
    {
        var isChosen = CompiledRoutes.Compile(table, health).TryChoose(vantage, out var route);

        route.ShouldBe(Router.Route(vantage, table, health).Chosen?.Route);
        isChosen.ShouldBe(route is not null);
    });

    [Fact]
    public void Route_RoutesInAnyOrder_DecidesTheSame() =>
        (from table in Samples.Tables
         from shuffled in Gen.Shuffle(table.Routes.ToArray())
         from vantage in Samples.Vantages
         select (table, shuffled, vantage)).Sample((table, shuffled, vantage) =>
            Router.Route(
                vantage, RouteTable.Create(shuffled),
                FleetHealth.AllUp).Chosen.ShouldBe(Router.Route(vantage, table, FleetHealth.AllUp).Chosen));

    [Fact]
    public void TryChoose_ManyTimes_DoesNotAllocate()
    {
        var compiled = CompiledRoutes.Compile(s_seed, FleetHealth.AllUp);
        var lagos = Samples.Vantage("ng-lagos");
        var elsewhere = lagos with { Row = -1 };
        compiled.TryChoose(lagos, out _);
        compiled.TryChoose(elsewhere, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            compiled.TryChoose(lagos, out _);
            compiled.TryChoose(elsewhere, out _);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Route_RegionUnknownToTheModel_IsNeverChosen()
    {
        var decision = Router.Route(Samples.Vantage("ap-northeast-1"), Samples.Table("cn-north-1", "eu-west-1"), FleetHealth.AllUp);

        decision.Chosen!.Region.Value.ShouldBe("eu-west-1");
        decision.Candidates[^1].Reason.ShouldBe("active, but the network model does not know the Region");
    }

    [Fact]
    public void Predict_SeedExample_SharesAddUpAndMoveWhenARegionFails()
    {
        var before = PredictedShares.Predict(s_seed, FleetHealth.AllUp);
        var after = PredictedShares.Predict(s_seed, FleetHealth.AllUp.With(Samples.Region("eu-west-1"), RegionHealth.Down));

        before.Regions.Sum(share => share.Share).ShouldBe(1, 1e-9);
        before.Regions.ShouldAllBe(share => share.Share > 0.05);
        before.Unserved.ShouldBe(0);
        before.Regions.Sum(share => share.Vantages).ShouldBe(180);
        after.ShareOf(Samples.Region("eu-west-1")).ShouldBe(0);
        after.Regions.Sum(share => share.Share).ShouldBe(1, 1e-9);
        after.MeanMilliseconds!.Value.ShouldBeGreaterThan(before.MeanMilliseconds!.Value);
    }

    [Fact]
    public void Predict_EveryRegionDown_ServesNobody()
    {
        var health = s_seed.Routes.Aggregate(FleetHealth.AllUp, (state, route) => state.With(route.Region, RegionHealth.Down));

        var shares = PredictedShares.Predict(s_seed, health);

        shares.Unserved.ShouldBe(1);
        shares.MeanMilliseconds.ShouldBeNull();
        shares.Regions.ShouldAllBe(share => share.Share == 0 && share.MeanMilliseconds == null);
    }
}
