using System.Collections.Immutable;
using Mrap.Policy.Checks;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;

namespace Mrap.Policy.Tests.Checks;

/// <summary>What the checks say of ARNs that leave fields out, which must be what is decided.</summary>
public sealed class ShortArnCheckTests
{
    [Theory]
    [InlineData(PolicyKind.Identity, "arn:aws:s3", "and takes in every value of those that are missing")]
    [InlineData(PolicyKind.Bucket, "arn:aws:s3:*", "and takes in every value of those that are missing")]
    [InlineData(PolicyKind.Bucket, "arn:aws:s3", "and matches nothing")]
    [InlineData(PolicyKind.ServiceControl, "arn:aws:s3:*", "and takes in every value of those that are missing")]
    [InlineData(PolicyKind.ServiceControl, "arn:aws:s3", "and matches nothing")]
    [InlineData(PolicyKind.ResourceControl, "arn:aws:s3:*", "and matches nothing")]
    public void MissingField_SaysWhatIsDecided(PolicyKind kind, string resource, string end) =>
        Check(kind, Deny(kind, $"\"{resource}\"")).ShouldHaveSingleItem().Message.ShouldEndWith(end);

    [Fact]
    public void DenyOnAShortArn_ShadowsTheAllowThatItTakesBack() => Check(
        PolicyKind.Identity,
        """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"},"""
            + """{"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:*"}""").Select(finding => finding.Code)
        .ShouldBe(["STATEMENT_SHADOWED_BY_DENY", "MISSING_ARN_FIELD"], ignoreOrder: true);

    [Fact]
    public void ShortArnInAList_TakesInTheOthers() =>
        Check(PolicyKind.Bucket, Deny(PolicyKind.Bucket, """["arn:aws:s3:*", "arn:aws:s3:::photos/*"]"""))
            .Select(finding => finding.Code).ShouldContain("REDUNDANT_RESOURCE");

    [Fact]
    public void ShortArnThatMatchesNothing_TakesInNoOther() =>
        Check(PolicyKind.ResourceControl, Deny(PolicyKind.ResourceControl, """["arn:aws:s3:*", "arn:aws:s3:::photos/*"]"""))
            .Select(finding => finding.Code).ShouldNotContain("REDUNDANT_RESOURCE");

    private static string Deny(PolicyKind kind, string resources)
    {
        var principal = kind is PolicyKind.Bucket or PolicyKind.ResourceControl ? "\"Principal\":\"*\"," : "";
        return $$$"""{"Effect":"Deny",{{{principal}}}"Action":"s3:GetObject","Resource":{{{resources}}}}""";
    }

    private static ImmutableArray<Finding> Check(PolicyKind kind, string statements) => PolicyChecks.Check(
        $$$"""{"Version":"2012-10-17","Statement":[{{{statements}}}]}""", kind, new CheckContext());
}
