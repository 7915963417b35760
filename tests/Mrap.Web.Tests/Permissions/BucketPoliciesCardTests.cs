using Bunit;
using Mrap.Aws.Authorization;
using Mrap.Aws.Policies;
using Mrap.Core.Permissions;
using Mrap.Policy.Editing;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.Permissions;

namespace Mrap.Web.Tests.Permissions;

public sealed class BucketPoliciesCardTests : PageContext
{
    [Fact]
    public void Buckets_WithoutPolicies_AreChosenForDelegation()
    {
        var card = RenderCard(PermissionsExample.With());

        card.FindAll("input[type=checkbox]").ShouldAllBe(box => box.HasAttribute("checked"));
        card.Find(".card-counter").TextContent.ShouldBe("0 of 3 delegate");
        card.FindAll("button").ShouldContain(button => button.TextContent.Trim() == "Apply to 3 buckets");
    }

    [Fact]
    public void Bucket_ThatDelegates_SaysByWhichStatement()
    {
        var statement = Delegation.StatementFor(Example.AccessPoint().Members[0].Bucket, Example.AccessPoint(), toAccount: false);

        var card = RenderCard(PermissionsExample.With().WithBucket(0, new BucketPolicy(PolicyTextEdits.Of(statement))));

        card.FindAll("tbody tr")[0].TextContent.ShouldContain("To this access pointBy statement 1.");
        card.Find(".card-counter").TextContent.ShouldBe("1 of 3 delegate");
    }

    [Fact]
    public void Bucket_WhosePolicyIsUnreadable_CannotBeChosen()
    {
        var card = RenderCard(PermissionsExample.With().WithBucket(0, PermissionsExample.Denied));

        card.FindAll("input[type=checkbox]")[0].HasAttribute("disabled").ShouldBeTrue();
        card.FindAll("tbody tr")[0].TextContent.ShouldContain("AccessDenied");
        card.FindAll("button").ShouldContain(button => button.TextContent.Trim() == "Apply to 2 buckets");
    }

    [Fact]
    public void Review_OfABucketWithAPolicy_AddsOneStatementAndShowsTheCommands()
    {
        var bucket = Example.AccessPoint().Members[0].Bucket;
        var policy = $$"""
            {
              "Version": "2012-10-17",
              "Statement": [
                { "Sid": "Mine", "Effect": "Deny", "Principal": "*", "Action": "s3:DeleteBucket", "Resource": "arn:aws:s3:::{{bucket}}" }
              ]
            }
            """;
        var card = RenderCard(PermissionsExample.With().WithBucket(0, new BucketPolicy(policy)));

        card.FindAll("button").Single(button => button.TextContent.Trim() == "Apply to 3 buckets").Click();

        card.FindAll(".change").Count.ShouldBe(4);
        card.FindAll(".change")[0].TextContent.ShouldContain("gets one more statement");
        card.FindAll(".change")[0].QuerySelectorAll("tr.removed").Length.ShouldBe(1);
        card.FindAll(".change")[1].TextContent.ShouldContain("gets its first policy");
        card.FindAll("pre")[^1].TextContent.ShouldContain($"aws s3api put-bucket-policy --bucket {bucket} --region ");
    }

    [Fact]
    public void Aim_AtTheAccount_WritesItsNumber()
    {
        var card = RenderCard(PermissionsExample.With());
        card.FindAll("button").Single(button => button.TextContent.Trim() == "Apply to 3 buckets").Click();

        card.FindAll("[aria-label='Delegate to'] button")[1].Click();

        card.FindAll(".change")[0].TextContent.ShouldContain("\"s3:DataAccessPointAccount\": \"111122223333\"");
    }

    [Fact]
    public void Viewer_SeesTheBucketsButCannotApply()
    {
        Acting.Current = new ActingUser("reader", Role.Viewer);

        var card = RenderCard(PermissionsExample.With());

        card.FindAll("button").Single(button => button.TextContent.Trim() == "Apply to 3 buckets").HasAttribute("disabled").ShouldBeTrue();
        card.Markup.ShouldContain("takes the role Administrator");
    }

    private IRenderedComponent<BucketPoliciesCard> RenderCard(AccessPointPermissions permissions) =>
        Render<BucketPoliciesCard>(card => card.Add(p => p.Permissions, permissions));
}
