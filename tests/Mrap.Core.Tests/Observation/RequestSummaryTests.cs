using Mrap.Core.Observation;
using Mrap.Core.Regions;

namespace Mrap.Core.Tests.Observation;

public sealed class RequestSummaryTests
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_NoRequests_IsNone()
    {
        RequestSummary.Of([]).ShouldBe(RequestSummary.None);
        (RequestSummary.None.ErrorShare, RequestSummary.None.MedianMilliseconds).ShouldBe((0, null));
    }

    [Fact]
    public void Of_Requests_CountsThemByRegionAndByPlace()
    {
        var summary = RequestSummary.Of(
        [
            Request("ng-lagos", "eu-west-1", 200, 10),
            Request("ng-lagos", "eu-west-1", 404, 30),
            Request("jp-tokyo", "us-west-2", 200, 20),
            Request(null, null, 503, 40),
        ]);

        (summary.Count, summary.Errors, summary.ErrorShare, summary.MedianMilliseconds).ShouldBe((4, 2, 0.5, 20));
        summary.Regions.Select(tally => (tally.Subject?.Value, tally.Count, tally.Share, tally.Errors, tally.MedianMilliseconds)).ShouldBe(
            [("eu-west-1", 2, 0.5, 1, 10), (null, 1, 0.25, 1, 40), ("us-west-2", 1, 0.25, 0, 20)]);
        summary.Places.Select(tally => (tally.Subject, tally.Count)).ShouldBe([("ng-lagos", 2), (null, 1), ("jp-tokyo", 1)]);
    }

    private static ServedRequest Request(string? vantage, string? region, int status, double milliseconds) => new(
        s_at, "id", vantage, "alias.mrap", "GetObject", "key", region is null ? null : RegionId.Parse(region).Value,
        new RequestOutcome(status, status < 400 ? null : "Error", milliseconds));
}
