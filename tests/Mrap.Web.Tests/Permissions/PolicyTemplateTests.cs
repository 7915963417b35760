using Mrap.Core.Permissions.Templates;
using Mrap.Policy.Checks;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Model;
using Mrap.Policy.PublicAccess;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.Permissions;

namespace Mrap.Web.Tests.Permissions;

public sealed class PolicyTemplateTests
{
    public static TheoryData<string> Slugs => [.. PolicyTemplates.All.Select(template => template.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Template_FilledWithItsExample_HasNoErrorAndIsNotPublic(string slug)
    {
        var template = PolicyTemplate.Find(slug).ShouldNotBeNull();
        var value = template.Field?.Placeholder ?? string.Empty;
        template.Field?.Fault(value).ShouldBeNull();

        var text = template.WriteFor(Example.AccessPoint(), value);

        var context = PolicyEditorContext.Of(PermissionsExample.With(), [Example.AccessPoint()], author: null);
        PolicyChecks.Check(text, PolicyKind.AccessPoint, context.Checks)
            .Where(finding => finding.Level == FindingLevel.Error)
            .ShouldBeEmpty();
        PublicPolicy.Evaluate(PolicyDocument.Parse(text, PolicyKind.AccessPoint).Document, PolicyKind.AccessPoint).IsPublic.ShouldBeFalse();
    }

    [Fact]
    public void Template_OfTheLaunchArticle_IsItsExample()
    {
        var document = PolicyDocument.Parse(
            PolicyTemplate.Find("own-read-write").ShouldNotBeNull().WriteFor(Example.AccessPoint(), string.Empty),
            PolicyKind.AccessPoint).Document;

        var statement = document.Statements.ShouldHaveSingleItem();
        statement.Sid.ShouldBe("Default");
        statement.Actions.Items.Select(action => action.Text).ShouldBe(["s3:GetObject", "s3:PutObject"]);
        statement.Resources!.Items.ShouldHaveSingleItem().Text.ShouldBe($"{PermissionsExample.Arn}/object/*");
        statement.Principals!.Groups.ShouldHaveSingleItem().Entries.Items.ShouldHaveSingleItem().Text.ShouldBe(PermissionsExample.Owner);
    }

    [Theory]
    [InlineData("other-read", "4444")]
    [InlineData("other-read", "")]
    [InlineData("prefix-read", "a*")]
    [InlineData("prefix-read", "")]
    [InlineData("prefix-read", "${aws:username}")]
    [InlineData("vpc-only", "vpc-123")]
    [InlineData("vpc-only", "vpce-")]
    [InlineData("one-role", "arn:aws:iam::1:role/x")]
    [InlineData("one-role", "arn:aws:iam::111122223333:user/x")]
    [InlineData("one-role", "arn:aws:iam::111122223333:role/*")]
    public void Field_WithAWrongValue_SaysWhatIsWrong(string slug, string value) =>
        PolicyTemplate.Find(slug)!.Field!.Fault(value).ShouldNotBeNullOrEmpty();

    [Fact]
    public void Prefix_WithAQuote_StaysInsideItsString()
    {
        var text = PolicyTemplate.Find("prefix-read")!.WriteFor(Example.AccessPoint(), "a\"b\\");

        PolicyDocument.Parse(text,
        PolicyKind.AccessPoint).Document.Statements[0].Resources!.Items[0].Text.ShouldBe($"{PermissionsExample.Arn}/object/a\"b\\*");
    }

    [Fact]
    public void AddTo_SomethingThatIsNoPolicy_IsNothing() =>
        PolicyTemplate.Find("own-read")!.AddTo("{", Example.AccessPoint(), string.Empty).ShouldBeNull();

    [Fact]
    public void AddTo_APolicy_AddsEveryStatement() =>
        PolicyDocument.Parse(
            PolicyTemplate.Find("own-read")!.AddTo(
                PermissionsExample.ReadPolicy("444455556666"), Example.AccessPoint(),
                string.Empty)!).Document.Statements.Length.ShouldBe(3);
}
