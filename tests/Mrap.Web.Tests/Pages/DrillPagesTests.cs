using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Testing;
using Mrap.Web.Components.Drills;
using Mrap.Web.Data.Drills;
using Mrap.Web.Drills;

namespace Mrap.Web.Tests.Pages;

/// <summary>The pages of drills over a real sandbox with its own traffic.</summary>
public sealed class DrillPagesTests(SandboxPages sandbox) : SandboxPageContext(sandbox.Port, areConditionsReal: true),
    IClassFixture<SandboxPages>
{
    private const string Short = """
        drill: Short
        access-point: media
        traffic: { from: { us-east-1: 1, gb-london: 1 }, requests-per-second: 20, reads: 80%, keys: 5, object-size: 16 }
        phases:
          - { name: baseline, duration: 1s }
          - { name: fault, duration: LENGTH, set: { us-east-1: { state: down } } }
          - { name: back, duration: 1s, restore: everything }
        """;

    private CurrentDrill Current => Services.GetRequiredService<CurrentDrill>();

    [Fact]
    public void ReadyDrills_AreAdaptedToTheAccessPointAndItsRegions()
    {
        var page = OpenPage("?ready=failover-and-back&region=us-east-1&to=eu-west-1");

        Eventually(page, () => Text(page).ShouldContain("access-point: media"));
        Text(page).ShouldContain("fail-over: { from: us-east-1, to: eu-west-1 }");
        page.ByLabel("From").Change("eu-west-1");
        Eventually(page, () => Text(page).ShouldContain("fail-over: { from: eu-west-1, to: us-east-1 }"));
        page.ByRole("button", "Run the drill").HasAttribute("disabled").ShouldBeFalse();
    }

    [Fact]
    public async Task Editor_WithAFault_SaysItsLineAndRunsNothing()
    {
        var page = OpenPage();

        await TypeAsync(page, Short.Replace("LENGTH", "soon", StringComparison.Ordinal));

        Eventually(page, () => page.Markup.ShouldContain("Line 6:"));
        page.ByLabel("Drill, as YAML").GetAttribute("aria-invalid").ShouldBe("true");
        page.ByRole("button", "Run the drill").HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public async Task Drill_Run_ShowsHowFarItIsAndThenItsReport()
    {
        var page = OpenPage();
        await TypeAsync(page, Short.Replace("LENGTH", "2s", StringComparison.Ordinal));
        Eventually(page, () => page.ByRole("button", "Run the drill").HasAttribute("disabled").ShouldBeFalse());

        await PressAsync(page, "Run the drill");
        Eventually(page, () => Navigator.Uri.ShouldContain("/sandbox/drills/"));
        var id = new Uri(Navigator.Uri).Segments[^1];
        var drill = Render<DrillPage>(parameters => parameters.Add(each => each.Id, id));

        Eventually(drill, () => drill.Markup.ShouldContain("Phase 2 of 3: fault"));
        drill.Markup.ShouldContain("us-east-1 goes down");
        Eventually(drill, () => drill.ByRole("heading", "Objectives"));
        drill.ByRole("region", "Phases").TextContent.ShouldContain("baseline");
        Eventually(page, () => page.ByRole("link", "Short").GetAttribute("href").ShouldBe($"/sandbox/drills/{id}"));
        var report = (await Services.GetRequiredService<DrillStore>().FindAsync(id, Xunit.TestContext.Current.CancellationToken)).Value;
        report.Report.IsComplete.ShouldBeTrue();
        report.Report.Writes.Lost.ShouldBe(0);
        report.Report.Overall.Requests.ShouldBeGreaterThan(30);
        (await ReadAsync()).ShouldNotContain("down");
    }

    [Fact]
    public async Task Drill_Stopped_PutsBackAndKeepsWhatItSaw()
    {
        var page = OpenPage();
        await TypeAsync(page, Short.Replace("LENGTH", "10m", StringComparison.Ordinal));
        Eventually(page, () => page.ByRole("button", "Run the drill").HasAttribute("disabled").ShouldBeFalse());
        await PressAsync(page, "Run the drill");
        Eventually(page, () => page.Markup.ShouldContain("Phase 2 of 3: fault"));

        await PressAsync(page, "Stop the drill");

        Eventually(page, () => Current.Running.ShouldBeNull());
        var id = Current.Latest.ShouldNotBeNull().Id.ToString("N");
        var drill = Render<DrillPage>(parameters => parameters.Add(each => each.Id, id));
        Eventually(drill, () => drill.Markup.ShouldContain("Somebody stopped the drill."));
        drill.Markup.ShouldContain("Failed");
        (await ReadAsync()).ShouldNotContain("down");
    }

    [Fact]
    public void Drill_ThatIsNotKept_SaysSo()
    {
        var page = Render<DrillPage>(parameters => parameters.Add(each => each.Id, "unknown"));

        Eventually(page, () => page.ByRole("alert").TextContent.ShouldContain("There is no such report."));
    }

    [Fact]
    public void Viewer_CanRunNothing()
    {
        Acting.Current = ActingAs.Viewer;

        var page = OpenPage();

        Eventually(page, () => Text(page).ShouldContain("access-point: media"));
        page.ByRole("button", "Run the drill").HasAttribute("disabled").ShouldBeTrue();
    }

    private static Task TypeAsync(IRenderedComponent<DrillsPage> page, string text)
    {
        Eventually(page, () => Text(page).ShouldContain("access-point: media"));
        return page.InvokeAsync(() => page.ByLabel("Drill, as YAML").Input(text));
    }

    private static string Text(IRenderedComponent<DrillsPage> page) => page.ByLabel("Drill, as YAML").GetAttribute("value") ?? string.Empty;

    private IRenderedComponent<DrillsPage> OpenPage(string query = "")
    {
        var page = Open<DrillsPage>("/sandbox/drills" + query);
        Eventually(page, () => page.ByRole("heading", "Drills"));
        return page;
    }

    private async Task<string> ReadAsync() =>
        (await sandbox.Client.SendAsync(new WireRequest("GET", "/_sandbox/regions") { IsSigned = false })).Text;
}
