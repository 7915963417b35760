using Mrap.Core.Permissions;
using Mrap.Core.Permissions.Templates;
using Mrap.Policy.Model;
using Mrap.Testing;

namespace Mrap.Core.Tests.Permissions;

public sealed class AccessChangeTests
{
    [Fact]
    public void Change_AnotherAccountAdded_GainsFromOutside()
    {
        var change = AccessChange.Of(before: null, PermissionsExample.ReadPolicy(PermissionsExample.Other), PermissionsExample.Owner);

        change.Lost.ShouldBeEmpty();
        var line = change.Gained.ShouldHaveSingleItem();
        (line.Who, line.Effect, line.IsOutside).ShouldBe(("The account `444455556666`", PolicyEffect.Allow, true));
        line.What.ShouldBe($"`s3:GetObject` on `{PermissionsExample.Arn}/object/*`");
    }

    [Fact]
    public void Change_OfThePrincipal_OneGainsAndOneLoses()
    {
        var change = AccessChange.Of(
            PermissionsExample.ReadPolicy("arn:aws:iam::111122223333:role/reader"), PermissionsExample.ReadPolicy("111122223333"),
            PermissionsExample.Owner);

        change.Gained.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            line => line.Who.ShouldBe("The account `111122223333`"), line => line.IsOutside.ShouldBeFalse());
        change.Lost.ShouldHaveSingleItem().Who.ShouldBe("`arn:aws:iam::111122223333:role/reader`");
    }

    [Fact]
    public void Change_ADenyAdded_IsALoss()
    {
        var before = PermissionsExample.ReadPolicy("111122223333");
        var after = PolicyTemplate.Find("tls-only").ShouldNotBeNull().AddTo(before, Example.AccessPoint(), string.Empty).ShouldNotBeNull();

        var change = AccessChange.Of(before, after, PermissionsExample.Owner);

        change.Gained.ShouldBeEmpty();
        var line = change.Lost.ShouldHaveSingleItem();
        (line.Who, line.Effect).ShouldBe(("Everyone", PolicyEffect.Deny));
        line.What.ShouldEndWith(", if `aws:SecureTransport` Bool `false`");
        AccessChange.Of(after, before, PermissionsExample.Owner).Gained.ShouldHaveSingleItem().Effect.ShouldBe(PolicyEffect.Deny);
    }

    [Fact]
    public void Change_OfLayoutAndOrder_IsNone()
    {
        var policy = PermissionsExample.ReadPolicy("111122223333");

        AccessChange.Of(
            policy, PolicyDocument.Parse(policy).Document.Print(indented: false), PermissionsExample.Owner).IsNone.ShouldBeTrue();
    }

    [Theory]
    [InlineData("\"*\"", "Everyone")]
    [InlineData("{ \"Service\": \"logging.s3.amazonaws.com\" }", "The service `logging.s3.amazonaws.com`")]
    [InlineData("{ \"AWS\": \"arn:aws:iam::444455556666:user/x\" }", "`arn:aws:iam::444455556666:user/x`")]
    public void Line_OfEachPrincipal_NamesIt(string principal, string expected)
    {
        var policy = PermissionsExample.ReadPolicy("X").Replace("{ \"AWS\": \"X\" }", principal, StringComparison.Ordinal);

        AccessLine.Of(policy, PermissionsExample.Owner).ShouldHaveSingleItem().Who.ShouldBe(expected);
    }
}
