using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Aws.Connections;
using Mrap.Aws.Simulation;
using Mrap.Web.Circuit;
using Mrap.Web.Components.Simulator;
using Mrap.Web.Data;
using Mrap.Web.Data.Startup;
using Mrap.Web.Data.TestCases;
using Mrap.Web.Tests.Data;

namespace Mrap.Web.Tests.Simulator;

public sealed class SimulatorPageTests : PageContext, IAsyncLifetime
{
    public SimulatorPageTests()
        : base(Add) => RenderPopovers();

    private NavigationManager Navigator => Services.GetRequiredService<NavigationManager>();

    public async ValueTask InitializeAsync()
    {
        var state = Services.GetRequiredService<StateFixture>();
        await new StateStart(state, state.Settings).StartAsync(Xunit.TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Page_WithoutAnything_OffersThreeExamplesWithTheirVerdicts()
    {
        var page = Open("/simulator");

        var examples = page.FindAll(".start-example");
        examples.Count.ShouldBe(3);
        examples[0].GetAttribute("href").ShouldBe("/simulator?example=same-account");
        examples[0].TextContent.ShouldContain("Denied");
    }

    [Fact]
    public void Example_Opened_SaysTheVerdictAndShowsTheDecidingPolicy()
    {
        var page = Open("/simulator?example=same-account");

        page.Find("section[aria-label=Verdict] [role=status]").TextContent.ShouldContain("Denied explicitly");
        page.Find("[aria-label='Policies of'] [aria-pressed=true]").TextContent.ShouldContain("Sydney");
        page.Find("textarea[aria-label='The bucket policy in Sydney']")
            .GetAttribute("value")
            .ShouldNotBeNull()
            .ShouldContain("OnlyTheArchive");
    }

    [Fact]
    public void Region_Chosen_ShowsItsVerdictAndGoesIntoTheAddress()
    {
        var page = Open("/simulator?example=same-account");

        page.FindAll("[aria-label='Served by'] button")
            .Single(button => button.TextContent.Contains("Ireland", StringComparison.Ordinal))
            .Click();

        page.Find("section[aria-label=Verdict] [role=status]").TextContent.ShouldContain("Allowed");
        Navigator.Uri.ShouldContain("&s=");
        Open(new Uri(Navigator.Uri).PathAndQuery).Find("section[aria-label=Verdict] [role=status]").TextContent.ShouldContain("in Ireland");
    }

    [Fact]
    public void Key_Typed_ChangesTheVerdictAtOnceAndTheAddressAfterAPause()
    {
        var page = Open("/simulator?example=same-account");

        page.Find("#key").Input("archive/2020.csv");

        page.Find("section[aria-label=Verdict] [role=status]").TextContent.ShouldContain("nothing allows it");
        Navigator.Uri.ShouldNotContain("&s=");
        Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Navigator.Uri.ShouldContain("&s="));
    }

    [Fact]
    public void Change_Applied_AllowsTheRequestAndShowsTheChangedPolicy()
    {
        var page = Open("/simulator?example=cross-account");

        Button(page, "Apply it here").Click();

        page.Find("section[aria-label=Verdict] [role=status]").TextContent.ShouldContain("Allowed");
        page.Find("textarea[aria-label='The bucket policy in N. Virginia']")
            .GetAttribute("value")
            .ShouldNotBeNull()
            .ShouldContain("s3:DataAccessPointArn");
    }

    [Fact]
    public void Restrict_SwitchedOffEverywhere_LetsThePublicPolicyThrough()
    {
        var page = Open("/simulator?example=public&tab=public-access");

        foreach (
            var label in page.FindAll("input[type=checkbox]")
                .Select(box => box.GetAttribute("aria-label")!)
                .Where(label => label.StartsWith("Restrict", StringComparison.Ordinal))
                .ToList())
        {
            var box = page.Find($"input[aria-label='{label}']");
            if (box.HasAttribute("checked"))
            {
                box.Change(false);
            }
        }

        page.Find("section[aria-label=Verdict] [role=status]").TextContent.ShouldContain("Allowed");
    }

    [Fact]
    public void Policy_WithAFault_IsNotDecidedAndNamed()
    {
        var page = Open("/simulator?example=cross-account&tab=access-point");

        page.Find("textarea[aria-label='The access point policy']").Input("{");

        page.Find("section[aria-label=Verdict]").TextContent.ShouldContain("There is a fault in the access point policy.");
        page.Find("section[aria-label=Verdict] [role=status]").TextContent.ShouldContain("Cannot be decided");
    }

    [Fact]
    public void Matrix_CellOpened_ShowsThatRequest()
    {
        var page = Open("/simulator?example=cross-account&view=matrix");

        page.FindAll("td button")
            .Single(cell => cell.GetAttribute("aria-label") == "Allowed: 444455556666, s3:GetObject, Ireland. Open")
            .Click();

        page.Find("#principal").GetAttribute("value").ShouldBe("444455556666");
        page.Find("section[aria-label=Verdict] [role=status]").TextContent.ShouldContain("in Ireland");
    }

    [Fact]
    public void Address_ThatCannotBeRead_IsDroppedWithAQuietWord()
    {
        Open("/simulator?s=nonsense").FindAll(".start-example").Count.ShouldBe(3);

        Services.GetRequiredService<Flashes>().All.ShouldHaveSingleItem().Kind.ShouldBe(FlashKind.Info);
    }

    [Fact]
    public void Case_SavedEditedDeletedAndPutBack_IsRunAtEveryStep()
    {
        var page = Open("/simulator?example=cross-account");
        Eventually(page, "Save this request as a case").Click();
        page.Find("#case-name").Input("partners may read trailers");
        page.FindAll("[aria-label=Expected] button").Single(button => button.TextContent == "Allowed").Click();
        page.Find("form[aria-label='New test case']").Submit();
        page.WaitForAssertion(() => page.Find(".case").TextContent.ShouldContain("fails"));
        page.Find(".change-card").TextContent.ShouldContain(
            "Write the bucket policy in N. Virginia, which is missing, to allow s3:GetObject on");

        Button(page, "Apply it here").Click();
        page.WaitForAssertion(() => page.Find(".case").TextContent.ShouldContain("passes: allowed"));

        page.Find("[aria-label='Delete partners may read trailers']").Click();
        page.WaitForAssertion(() => page.FindAll(".case").ShouldBeEmpty());
        Button(page, "Undo").Click();
        page.WaitForAssertion(() => page.Find(".case").TextContent.ShouldContain("partners may read trailers"));
    }

    private static void Add(IServiceCollection services)
    {
        services.AddSingleton(
            new AwsEnvironment
            {
                Mode = AwsMode.Sandbox,
                SandboxPort = 1,
                MaxAttempts = 1,
                AccessKeyId = "AKIAIOSFODNN7EXAMPLE",
                SecretAccessKey = "secret"
            });
        services.AddSingleton<LoadSimulation>();
        services.AddTestCases();
        services.AddSingleton(_ => new StateFixture());
        services.AddSingleton<IDbContextFactory<ConsoleDatabase>>(provider => provider.GetRequiredService<StateFixture>());
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<SimulatorPage> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private static AngleSharp.Dom.IElement Eventually(IRenderedComponent<SimulatorPage> page, string text)
    {
        page.WaitForAssertion(() => page.FindAll("button").Any(button => button.TextContent.Trim() == text).ShouldBeTrue());
        return Button(page, text);
    }

    private IRenderedComponent<SimulatorPage> Open(string address)
    {
        Navigator.NavigateTo(address);
        return Render<SimulatorPage>();
    }
}
