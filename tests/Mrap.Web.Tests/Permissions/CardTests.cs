using Bunit;
using Mrap.Aws.Authorization;
using Mrap.Aws.Policies;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Editing;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.Permissions;

namespace Mrap.Web.Tests.Permissions;

public sealed class CardTests : PageContext
{
    private static readonly ActingUser s_viewer = new("reader", Role.Viewer);

    public CardTests() => RenderPopovers();

    [Fact]
    public void Block_OfEveryLevel_IsARowAndUnreadableOnesSayWhy()
    {
        var permissions = PermissionsExample.With();
        permissions = permissions with
        {
            Accounts = [
            .. permissions.Accounts, new AccountBlock(AccountId.Parse(PermissionsExample.Other).Value, PermissionsExample.Denied)]
        };

        var card = Render<BlockPublicAccessCard>(p => p.Add(x => x.Permissions, permissions));

        card.FindAll("tbody tr").Count.ShouldBe(6);
        card.FindAll("tbody tr").Single(
            row =>
                row.TextContent.Contains(
                    PermissionsExample.Other, StringComparison.Ordinal)).TextContent.ShouldContain("Not readable: AccessDenied");
        card.Find("[aria-label='What is in effect']").TextContent.ShouldContain("Public policies are refused by this access point");
        card.Find(".card-controls").TextContent.ShouldContain("All on");
    }

    [Fact]
    public void Who_NobodyFromOutside_SaysSo() =>
        Render<WhoGetsInCard>(p => p.Add(
            x => x.Permissions, PermissionsExample.With())).Markup.ShouldContain("Nobody outside of the account");

    [Fact]
    public void Who_APolicyIsUnreadable_WarnsThatTheListIsNotWhole() =>
        Render<WhoGetsInCard>(
            p =>
                p.Add(
                    x =>
                        x.Permissions,
                        PermissionsExample.With().WithBucket(0,
                        PermissionsExample.Denied))).Find(".warning-line").TextContent.ShouldContain("One policy could not be read");

    [Fact]
    public void Policy_None_OffersToWriteOne()
    {
        var card = RenderPolicy(PermissionsExample.With());

        card.FindAll("a").Select(link => link.GetAttribute("href")).ShouldContain("/access-points/media-global/permissions?edit=1");
        card.Markup.ShouldContain("There is no policy yet");
    }

    [Fact]
    public void Policy_OnItsWay_ShowsEitherAndTheirDifference()
    {
        var card = RenderPolicy(
            PermissionsExample.With(
                PermissionsExample.ReadPolicy("111122223333"), PermissionsExample.ReadPolicy(PermissionsExample.Other)));

        card.Find("[role=status]").TextContent.ShouldContain("On its way to all Regions");
        card.Find("textarea").GetAttribute("value")!.ShouldContain(PermissionsExample.Other);
        View(card, "Established");
        card.Find("textarea").GetAttribute("value")!.ShouldNotContain(PermissionsExample.Other);
        View(card, "Difference");
        card.FindAll("tr.added").ShouldHaveSingleItem().TextContent.ShouldContain(PermissionsExample.Other);
        card.FindAll("tr.removed").ShouldHaveSingleItem();
    }

    [Fact]
    public void Policy_OnOneLine_IsShownLaidOut() =>
        RenderPolicy(
            PermissionsExample.With(
                PolicyFormat.Of(PermissionsExample.ReadPolicy("111122223333"))!.Replace("\n", string.Empty, StringComparison.Ordinal)))
            .Find("textarea")
            .GetAttribute("value")!.ShouldContain("\n  \"Version\"");

    [Fact]
    public void Policy_Unreadable_ShowsWhyAndOffersNoEditing()
    {
        var card = RenderPolicy(PermissionsExample.With() with { Policy = PermissionsExample.Denied });

        card.Find("[role=alert]").TextContent.ShouldContain("It could not be read.");
        card.FindAll("a").ShouldNotContain(link => link.TextContent.Contains("policy", StringComparison.Ordinal));
    }

    [Fact]
    public void Policy_SeenByAViewer_CannotBeEdited()
    {
        Acting.Current = s_viewer;

        var card = RenderPolicy(PermissionsExample.With(PermissionsExample.ReadPolicy("111122223333")));

        card.FindAll("a").ShouldNotContain(link => link.TextContent.Contains("Edit", StringComparison.Ordinal));
        card.Markup.ShouldContain("takes the role Administrator");
    }

    private static void View(IRenderedComponent<PolicyCard> card, string view) =>
        card.FindAll("[aria-label='Which policy'] button").Single(button => button.TextContent == view).Click();

    private IRenderedComponent<PolicyCard> RenderPolicy(AccessPointPermissions permissions) =>
        Render<PolicyCard>(card => card
        .Add(p => p.Permissions, permissions)
        .Add(p => p.Context, PolicyEditorContext.Of(permissions, existing: null, author: null)));
}
