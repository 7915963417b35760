using System.Security.Cryptography;
using System.Text;
using Bunit;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Core.AccessPoints;
using Mrap.Core.Replication;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.Details;

namespace Mrap.Web.Tests.Pages;

/// <summary>Replication rules over a real sandbox. Each test begins without any.</summary>
public sealed class RulesViewTests(SandboxPages sandbox) : SandboxPageContext(sandbox.Port), IClassFixture<SandboxPages>
{
    private const string Ireland = $"{SandboxPages.Name}-eu-west-1";
    private const string Virginia = $"{SandboxPages.Name}-us-east-1";
    private const string Rule = $"?rule={Ireland}/to-{Virginia}";

    [Fact]
    public async Task Rules_FromTheTemplate_AreShownSwitchedOffDeletedAndTakenBack()
    {
        await CreateMeshAsync();
        var page = OpenRules();
        Eventually(page, () => page.ByRole("link", $"to-{Virginia} of Ireland"));
        page.ByRole("link", "Ireland to N. Virginia: 1 rule, both ways").GetAttribute("href").ShouldEndWith(
            $"?rule={Ireland}%2Fto-{Virginia}");
        page.FindAll(".map-arcs path.line").Count.ShouldBe(2);

        await DoAsync(page, "disable", "Disable the rule");
        Eventually(page, () => page.AllByRole("link", "Ireland to N. Virginia: 1 rule, disabled").ShouldNotBeEmpty());
        (await RulesOfAsync(Ireland)).ShouldContain("<Status>Disabled</Status>");

        Navigator.NavigateTo(Address($"{Rule}&do=delete"));
        Eventually(page, () => page.ByRole("button", "Delete the rule").HasAttribute("disabled").ShouldBeTrue());
        await page.InvokeAsync(() => page.ByLabel($"Remove 1 rule: to-{Virginia} of {Ireland}").Change(true));
        await PressAsync(page, "Delete the rule");
        Eventually(page, () => page.AllByRole("link", $"to-{Virginia} of Ireland").ShouldBeEmpty());

        Navigator.NavigateTo(Address("?do=undo"));
        Eventually(page, () => page.ByRole("button", "Take it back"));
        await PressAsync(page, "Take it back");
        Eventually(page, () => page.AllByRole("link", "Ireland to N. Virginia: 1 rule, disabled").ShouldNotBeEmpty());
        var edits = await Activity.ReadAsync(
            new ActivityQuery { Action = ChangeAction.EditReplication }, Xunit.TestContext.Current.CancellationToken);
        edits.Entries.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Rule_Edited_HasItsNewScopeAndOptions()
    {
        await CreateMeshAsync();
        var page = OpenRules($"{Rule}&do=edit");
        Eventually(page, () => page.ByRole("form", $"Edit to-{Virginia}"));

        await page.InvokeAsync(() => page.ByLabel("Keys that begin with").Input("logs/"));
        await page.InvokeAsync(() => page.ByLabel("Replication time control").Change(true));
        await page.InvokeAsync(() => page.ByRole("form", $"Edit to-{Virginia}").Submit());
        Eventually(page, () => page.ByRole("heading", $"Change to-{Virginia}?"));
        await PressAsync(page, "Change the rule");

        Eventually(page, () => page.AllByRole("form", $"Edit to-{Virginia}").ShouldBeEmpty());
        Eventually(page, () => page.Markup.ShouldContain("Keys that begin with logs/"));
        var rules = await RulesOfAsync(Ireland);
        rules.ShouldContain("<Prefix>logs/</Prefix>");
        rules.ShouldContain("<Minutes>15</Minutes>");
    }

    [Fact]
    public async Task DeleteMarkers_WithATag_AreRefusedBeforeTheReview()
    {
        await ClearAsync();
        var page = OpenWizard("?template=among&step=review&tags=team%3Dmedia&delete-markers=1");

        Eventually(page, () => page.ByRole("heading", "Options"));
        await page.InvokeAsync(() => page.ByRole("form", "Options").Submit());

        Eventually(page, () => page.ByRole("alert").TextContent.ShouldContain("Delete markers have no tags"));
    }

    [Fact]
    public async Task Object_ThatFailed_IsShownWithThePermissionThatIsMissing()
    {
        await CreateMeshAsync();
        await PutAsync(
            $"/{Ireland}?replication",
            ReplicationXml.Write(new ReplicationConfiguration(
                "arn:aws:iam::111122223333:role/nobody",
                [
                    new(
                        "broken", new ReplicationFilter.Prefix(""), RuleStatus.Enabled,
                        ReplicationDestination.Of(BucketName.Parse(Virginia).Value))
                    {
                        Priority = 1,
                        DeleteMarkers = RuleStatus.Disabled,
                    },
                ])));
        await PutAsync($"/{Ireland}/failed.txt", "text");
        var page = OpenRules();

        Eventually(page, () => page.ByRole("link", "failed.txt"));
        page.Markup.ShouldContain("sts:AssumeRole");
        Eventually(page, () => page.Markup.ShouldContain("1 object failed"));
    }

    [Fact]
    public async Task Viewer_SeesRulesAndChangesNothing()
    {
        await CreateMeshAsync();
        Acting.Current = ActingAs.Viewer;
        var page = OpenRules($"{Rule}&do=disable");

        Eventually(page, () => page.Markup.ShouldContain("Changing rules takes the role Administrator."));
        page.ByRole("button", "Disable the rule").HasAttribute("disabled").ShouldBeTrue();
        page.AllByRole("link", $"Delete to-{Virginia} of Ireland").ShouldBeEmpty();
    }

    private static string Address(string query) => $"/access-points/{SandboxPages.Name}/replication{query}";

    private async Task CreateMeshAsync()
    {
        await ClearAsync();
        var page = OpenWizard("?template=among&step=review");
        Eventually(page, () => page.ByRole("button", "Create 2 rules"));
        await PressAsync(page, "Create 2 rules");
        Eventually(page, () => page.ByRole("heading", "The rules are in place"));
        page.ByRole("link", "Find the gaps");
    }

    private async Task DoAsync(IRenderedComponent<AccessPointPage> page, string action, string button)
    {
        Navigator.NavigateTo(Address($"{Rule}&do={action}"));
        Eventually(page, () => page.ByRole("button", button));
        await PressAsync(page, button);
    }

    private async Task ClearAsync()
    {
        await sandbox.Client.S3Async("DELETE", $"/{Ireland}?replication", region: "eu-west-1");
        await sandbox.Client.S3Async("DELETE", $"/{Virginia}?replication", region: "us-east-1");
    }

    private async Task<string> RulesOfAsync(string bucket) =>
        (await sandbox.Client.S3Async("GET", $"/{bucket}?replication", region: "eu-west-1")).Text;

    private async Task PutAsync(string target, string body)
    {
        var request = WireRequest.Of("PUT", target, body) with
        {
            Region = "eu-west-1",
            Headers = new Dictionary<string, string>
            {
#pragma warning disable CA5351 // The header of the protocol is MD5.
                ["Content-MD5"] = Convert.ToBase64String(MD5.HashData(Encoding.UTF8.GetBytes(body))),
#pragma warning restore CA5351
            },
        };
        var answer = await sandbox.Client.SendAsync(request, Xunit.TestContext.Current.CancellationToken);
        answer.Status.ShouldBe(200, answer.Text);
    }

    private IRenderedComponent<AccessPointPage> OpenRules(string query = "") => Open<AccessPointPage>(
        Address(query), parameters => parameters.Add(page => page.Name, SandboxPages.Name).Add(page => page.Tab, "replication"));

    private IRenderedComponent<AccessPointPage> OpenWizard(string query) => Open<AccessPointPage>(
        Address($"/create{query}"),
        parameters => parameters.Add(page => page.Name, SandboxPages.Name).Add(page => page.Tab, "replication")
            .Add(page => page.View, "create"));
}
