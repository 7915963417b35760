using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Web.Navigation;

namespace Mrap.Web.Tests.Navigation;

public sealed class ActivityStateTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<ActivityState, string> States => new()
    {
        { ActivityState.None, "/activity" },
        { new ActivityState { Person = "ada & eve" }, "/activity?person=ada%20%26%20eve" },
        { new ActivityState { Kind = ChangeAction.ReplaceBucketPolicies }, "/activity?kind=replace-bucket-policies" },
        {
            new ActivityState { AccessPoint = "demo", Outcome = ActivityOutcome.Refused, Period = ActivityPeriod.Day },
            "/activity?accessPoint=demo&outcome=refused&time=24h"
        },
        { new ActivityState { Period = ActivityPeriod.Custom }, "/activity?time=custom" },
        {
            new ActivityState { Period = ActivityPeriod.Custom, From = s_noon, Until = s_noon.AddHours(1) },
            "/activity?from=2026-11-26T12%3A00Z&until=2026-11-26T13%3A00Z"
        },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void Address_OfAState_IsReadAsTheSameState(ActivityState state, string url)
    {
        state.ToUrl().ShouldBe(url);
        Read(url).ShouldBe(state);
        state.ToCsvUrl().ShouldBe(url.Replace("/activity", "/activity.csv", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/activity?person=&kind=burn&outcome=7&time=ages&from=yesterday")]
    [InlineData("/activity?kind=0&outcome=Succeeded%00&until=2026-13-45T99:99Z")]
    [InlineData("/activity?person=%20%20")]
    public void Address_ThatMakesNoSense_ShowsEverything(string url) => Read(url).ShouldBe(ActivityState.None);

    [Fact]
    public void Period_ReachesBackFromNow()
    {
        var query = new ActivityState { Period = ActivityPeriod.Week }.ToLogQuery(s_noon);

        (query.From, query.Until).ShouldBe((s_noon.AddDays(-7), null));
    }

    [Fact]
    public void State_SaysWhetherItLeavesAnythingOut()
    {
        ActivityState.None.IsNarrowing.ShouldBeFalse();
        new ActivityState { Period = ActivityPeriod.Custom }.IsNarrowing.ShouldBeFalse();
        new ActivityState { Period = ActivityPeriod.Hour }.IsNarrowing.ShouldBeTrue();
        new ActivityState { Person = "ada" }.IsNarrowing.ShouldBeTrue();
    }

    private static ActivityState Read(string url) => ActivityState.FromQuery(PageQuery.Of(url));
}
