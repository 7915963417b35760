using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Aws.Authorization;
using Mrap.Aws.Policies;
using Mrap.Core.AccessPoints;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.Permissions;
using MudBlazor;

namespace Mrap.Web.Tests.Permissions;

public sealed class PolicyEditingTests : PageContext
{
    public PolicyEditingTests()
    {
        RenderPopovers();
        Dialogs = Render<MudDialogProvider>();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/access-points/media-global/permissions?edit=1");
    }

    private IRenderedComponent<MudDialogProvider> Dialogs { get; }

    private NavigationManager Navigator => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Review_OfAChange_ShowsTheDifferenceWhoGainsAndTheCommand()
    {
        var page = RenderEditing(PermissionsExample.With(PermissionsExample.ReadPolicy("111122223333")));

        Type(page, PermissionsExample.ReadPolicy(PermissionsExample.Other));
        Click(page, "Review and save");

        page.Find(".access-lines").TextContent.ShouldContain("The account 444455556666 gains s3:GetObject on");
        page.Find(".access-lines").TextContent.ShouldContain("The account 111122223333 loses s3:GetObject on");
        page.FindAll("tr.added").Count.ShouldBe(1);
        page.Find("pre").TextContent.ShouldContain(
            "aws s3control put-multi-region-access-point-policy --region us-west-2 --account-id 111122223333");
    }

    [Fact]
    public void Review_OfAPolicyWithErrors_IsRefusedWithTheFirst()
    {
        var page = RenderEditing(PermissionsExample.With());

        Type(page, "{\n  \"Version\": \"2012-10-17\",\n");
        Click(page, "Review and save");

        page.Find("[role=alert]").TextContent.ShouldContain("Line ");
        page.FindAll(".review").ShouldBeEmpty();
    }

    [Fact]
    public void Review_OfAPublicPolicyWhereThatIsBlocked_IsRefusedWithTheLevels()
    {
        var page = RenderEditing(PermissionsExample.With(bucketBlock: BlockPublicAccess.AllOff));

        Type(page, PermissionsExample.ReadPolicy("*"));
        Click(page, "Review and save");

        var refusal = page.Find("[role=alert]").TextContent;
        refusal.ShouldContain("BlockPublicPolicy");
        refusal.ShouldContain("this access point");
        page.FindAll(".review").ShouldBeEmpty();
    }

    [Fact]
    public void Review_OfNoChange_IsRefused()
    {
        var page = RenderEditing(PermissionsExample.With(PermissionsExample.ReadPolicy("111122223333")));

        Click(page, "Review and save");

        page.Find("[role=alert]").TextContent.ShouldContain("Nothing differs");
    }

    [Fact]
    public void Review_OfAnotherAccountWhereNoBucketDelegates_SaysThatNothingGetsThrough()
    {
        var page = RenderEditing(PermissionsExample.With());

        Type(page, PermissionsExample.ReadPolicy(PermissionsExample.Other));
        Click(page, "Review and save");

        var row = page.FindAll(".outside-after tbody tr").ShouldHaveSingleItem().TextContent;
        row.ShouldContain("The account 444455556666");
        row.ShouldContain("nothing");
    }

    [Fact]
    public void Policy_ReplacedByAnotherMeanwhile_IsSaidAndComparedWithTheirs()
    {
        var page = RenderEditing(PermissionsExample.With(PermissionsExample.ReadPolicy("111122223333")));
        Type(page, PermissionsExample.ReadPolicy(PermissionsExample.Other));

        page.Render(
            parameters =>
                parameters.Add(
                    p => p.Permissions, PermissionsExample.With(PermissionsExample.ReadPolicy("arn:aws:iam::111122223333:role/theirs"))));

        page.Find(".overtaken").TextContent.ShouldContain("Somebody replaced the policy");
        page.FindAll("[aria-label=View] button").Single(button => button.TextContent == "Difference").Click();
        page.Find("tr.removed").TextContent.ShouldContain("role/theirs");
        page.Find("tr.added").TextContent.ShouldContain(PermissionsExample.Other);
    }

    [Fact]
    public void Undo_AfterAChange_RestoresTheEstablishedPolicy()
    {
        var page = RenderEditing(PermissionsExample.With(PermissionsExample.ReadPolicy("111122223333")));
        Type(page, "{}");
        page.Find(".card-controls").TextContent.ShouldContain("Changes not saved");

        Click(page, "Undo all changes");

        page.Find("textarea").GetAttribute("value").ShouldBe(PermissionsExample.ReadPolicy("111122223333"));
        page.Find(".card-controls").TextContent.ShouldContain("Nothing changed");
    }

    [Fact]
    public void Template_WithAField_AsksForItBeforeItWrites()
    {
        var page = RenderEditing(PermissionsExample.With(), template: "other-read");

        Click(page, "Use it");
        page.Find("#policy-template-field-error").TextContent.ShouldNotBeEmpty();
        page.Find("#policy-template-field").Input(PermissionsExample.Other);
        Click(page, "Use it");

        page.Find("textarea").GetAttribute("value")!.ShouldContain("\"AWS\": \"444455556666\"");
    }

    [Fact]
    public void Template_AddedToAPolicy_KeepsWhatIsThere()
    {
        var page = RenderEditing(PermissionsExample.With(PermissionsExample.ReadPolicy("111122223333")), template: "tls-only");

        Click(page, "Add to the policy");

        var text = page.Find("textarea").GetAttribute("value")!;
        text.ShouldContain("\"Sid\": \"Read\"");
        text.ShouldContain("\"Sid\": \"DenyPlainHttp\"");
    }

    [Fact]
    public void Address_WithATemplateThatAsksNothing_BeginsWithIt() =>
        RenderEditing(PermissionsExample.With(), template: "own-read-write")
            .Find("textarea")
            .GetAttribute("value")!.ShouldContain("s3:PutObject");

    [Fact]
    public void Leaving_WithChanges_AsksFirst()
    {
        var page = RenderEditing(PermissionsExample.With());
        Type(page, "{}");

        Navigator.NavigateTo("/access-points");

        Navigator.Uri.ShouldEndWith("?edit=1");
        Dialogs.WaitForElement("h2").TextContent.ShouldBe("Leave without saving?");
        Dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Leave").Click();
        Navigator.Uri.ShouldEndWith("/access-points");
    }

    [Fact]
    public void Leaving_WithoutChanges_AsksNothing()
    {
        RenderEditing(PermissionsExample.With());

        Navigator.NavigateTo("/access-points");

        Navigator.Uri.ShouldEndWith("/access-points");
    }

    [Fact]
    public void Viewer_SeesTheTextButCannotSave()
    {
        Acting.Current = new ActingUser("reader", Role.Viewer);

        var page = RenderEditing(PermissionsExample.With(PermissionsExample.ReadPolicy("111122223333")));

        page.Find("textarea").HasAttribute("readonly").ShouldBeTrue();
        page.FindAll("button").Single(button => button.TextContent.Trim() == "Review and save").HasAttribute("disabled").ShouldBeTrue();
    }

    private static void Type(IRenderedComponent<PolicyEditing> page, string text) => page.Find("textarea").Input(text);

    private static void Click(IRenderedComponent<PolicyEditing> page, string button) =>
        page.FindAll("button").Single(found => found.TextContent.Trim() == button).Click();

    private IRenderedComponent<PolicyEditing> RenderEditing(
        AccessPointPermissions permissions, string? template = null) =>
        Render<PolicyEditing>(editing => editing
        .Add(p => p.Permissions, permissions)
        .Add(p => p.Context, PolicyEditorContext.Of(permissions, existing: null, author: null))
        .Add(p => p.Template, template));
}
