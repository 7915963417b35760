using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Testing;
using Mrap.Web.Components.Activity;
using Mrap.Web.Data.Activity;

namespace Mrap.Web.Tests.Activity;

public sealed class ActivityEntryPageTests : PageContext
{
    public ActivityEntryPageTests()
        : base(services => services.AddSingleton<ReadActivity>())
    {
    }

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entry_Opened_ShowsItsFactsAndTheDifference()
    {
        var entry = ActivityExample.Entry(
            Time.GetUtcNow().AddMinutes(-5), "olga", before: "eu-west-1 a 100\nus-east-1 b 100", after: "eu-west-1 a 0\nus-east-1 b 100");
        await Activity.AppendAsync(entry, Cancellation);

        var page = Open(entry.Id.ToString("N"));

        page.Find("h1").TextContent.ShouldBe("Change routes");
        var facts = page.FindAll("dt").Zip(page.FindAll("dd"), (term, value) => (term.TextContent, value.TextContent))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2.Trim());
        facts["Time"].ShouldContain("UTC");
        facts["Person"].ShouldContain("olga");
        facts["Duration"].ShouldBe("12 ms");
        facts["Correlation ID"].ShouldContain(entry.CorrelationId);
        page.Find("[aria-label='Before and after']").TextContent.ShouldContain("eu-west-1 a 0");
        page.Find("nav[aria-label=Breadcrumbs] a").GetAttribute("href").ShouldBe("/activity");
        page.FindAll("dd a").ShouldContain(link => link.GetAttribute("href") == "/access-points/demo");
        page.FindAll("dd a").ShouldContain(link => link.GetAttribute("href") == "/activity?accessPoint=demo");
    }

    [Fact]
    public async Task Entry_OfARefusedChange_SaysWhy()
    {
        var entry = ActivityExample.Entry(
            Time.GetUtcNow(), "vera", ChangeAction.DeleteAccessPoint, outcome: ActivityOutcome.Refused, before: "eu-west-1 a",
            fault: new ActivityFault("RoleTooLow", "`vera` may not do this.", "R7"));
        await Activity.AppendAsync(entry, Cancellation);

        var page = Open(entry.Id.ToString("N"));

        var why = page.Find("section[aria-label='Why it was not made']").TextContent;
        why.ShouldContain("vera");
        why.ShouldContain("RoleTooLow");
        why.ShouldContain("R7");
        page.Find(".page-lead").TextContent.ShouldContain("nothing was tried");
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("../../etc/passwd")]
    public void Entry_ThatIsNone_SaysSoAndLeadsBack(string id)
    {
        var page = Open(id);

        page.Find("[role=alert]").TextContent.ShouldContain("There is no such entry.");
        page.FindAll("[role=alert] a").ShouldContain(link => link.GetAttribute("href") == "/activity");
    }

    private IRenderedComponent<ActivityEntryPage> Open(string id) =>
        Render<ActivityEntryPage>(page => page.Add(parameters => parameters.Id, id));
}
