using Bunit;
using Mrap.Aws.Faults;
using Mrap.Aws.Requests;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.Requests;
using Mrap.Web.Navigation;

namespace Mrap.Web.Tests.Requests;

public sealed class AnswerCardTests : PageContext
{
    private const string Nearest = "N. Virginia (us-east-1) serves N. Virginia: the nearest active Region.";

    [Fact]
    public void Answer_OfThePredictedRegion_IsExplainedByTheRoutes()
    {
        var card = RenderAnswer(Example.Virginia, fault: null);

        card.Find(".answer-why").TextContent.ShouldBe(Nearest);
        card.FindAll(".warning-line").ShouldBeEmpty();
        card.FindAll(".candidates tbody tr").Count.ShouldBe(3);
    }

    [Fact]
    public void Answer_OfAnotherRegion_IsNotExplainedByRoutesThatDidNotApply()
    {
        var card = RenderAnswer(Example.Ireland, fault: null);

        card.Markup.ShouldNotContain(Nearest);
        card.Find(".warning-line").TextContent.ShouldStartWith("Ireland answered, not N. Virginia");
        card.Find("summary").TextContent.ShouldBe("What the routes say");
    }

    [Fact]
    public void Answer_ThatNamesNoRegion_IsExplainedByTheRoutes() =>
        RenderAnswer(servedBy: null, fault: null).Markup.ShouldContain(Nearest);

    [Fact]
    public void Refusal_WithoutAnAccessPoint_IsExplainedByNoRoute()
    {
        var card = RenderAnswer(
            servedBy: null,
            new AwsFault(
                "NoSuchMultiRegionAccessPoint", "The object was not read.", "There is no such access point.", "Check the name.", 404));

        card.Markup.ShouldNotContain(Nearest);
        card.FindAll(".candidates").ShouldBeEmpty();
    }

    private IRenderedComponent<AnswerCard> RenderAnswer(RegionId? servedBy, AwsFault? fault)
    {
        var form = RequestForm.FromQuery(PageQuery.Of("?op=head&key=a.txt&vantage=us-east-1"));
        var answer = new ObjectAnswer(
            fault?.Status ?? 200, servedBy, [], ReadOnlyMemory<byte>.Empty, 3, [], HasMore: false, VersionId: null, RequestId: null,
            TimeSpan.FromMilliseconds(20), 1, fault);
        return Render<AnswerCard>(card => card
            .Add(parameters => parameters.Answer, answer)
            .Add(parameters => parameters.Sent, form)
            .Add(parameters => parameters.Decision, Router.Route(form.Vantage, Example.Routes(), FleetHealth.AllUp)));
    }
}
