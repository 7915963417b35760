using CsCheck;
using Mrap.Core.Routing;

namespace Mrap.Core.Tests.Routing;

public sealed class RouteDraftTests
{
    [Fact]
    public void Wish_ThatIsFulfilled_IsNoChange() => RouteDraft.Of(Samples.Table("us-east-1", "eu-west-1!"))
        .With(Samples.Region("us-east-1"), TrafficDial.Active)
        .With(Samples.Region("eu-west-1"), TrafficDial.Passive)
        .IsEmpty.ShouldBeTrue();

    [Fact]
    public void Wish_ForARegionWithoutABucket_IsPassedOver() => RouteDraft.Of(Samples.Table("us-east-1", "eu-west-1"))
        .With(Samples.Region("sa-east-1"), TrafficDial.Passive).IsEmpty.ShouldBeTrue();

    [Fact]
    public void Exchange_OfAnActiveAndAPassiveRegion_ChangesBothInOneAct()
    {
        var draft = RouteDraft.Of(Samples.Table("us-east-1", "eu-west-1!"))
            .Exchange(Samples.Region("us-east-1"), Samples.Region("eu-west-1")).ShouldNotBeNull();

        draft.Outcome.ShouldBeOfType<RouteUpdateOutcome.Applied>().Table.ShouldBe(Samples.Table("us-east-1!", "eu-west-1"));
    }

    [Theory]
    [InlineData("eu-west-1", "us-east-1")]
    [InlineData("us-east-1", "us-east-1")]
    [InlineData("us-east-1", "sa-east-1")]
    public void Exchange_OfOthers_IsNone(string from, string to) => RouteDraft.Of(Samples.Table("us-east-1", "eu-west-1!"))
        .Exchange(Samples.Region(from), Samples.Region(to)).ShouldBeNull();

    [Fact]
    public void LastActive_MadePassive_IsRefused() => RouteDraft.Of(Samples.Table("us-east-1", "eu-west-1!"))
        .With(Samples.Region("us-east-1"), TrafficDial.Passive)
        .Outcome.ShouldBeOfType<RouteUpdateOutcome.Refused>().Fault.Message.ShouldStartWith("At least one Region must stay active");

    [Fact]
    public void Towards_OtherRoutesOfTheSameBuckets_LeadsThere() => Samples.Tables.Sample(table =>
    {
        var wished = RouteTable.Create(table.Routes.Select((route, i) => route with { Dial = i == 0 ? TrafficDial.Active : route.Dial }));

        var draft = RouteDraft.Towards(table, wished);

        (draft.IsEmpty ? table : table.Routes.Length == 1 ? wished : ((RouteUpdateOutcome.Applied)draft.Outcome).Table).ShouldBe(wished);
    });
}
