using Mrap.Policy.ExternalAccess;
using Mrap.Policy.Model;
using Mrap.Policy.PublicAccess;

namespace Mrap.Policy.Tests.PublicAccess;

public sealed class PublicPolicyTests
{
    [Fact]
    public void Judge_SeveralStatements_SaysWhyOfEachAllow()
    {
        var document = Document(
            """
            {"Statement":[
              {"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"},
              {"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"*","Resource":"*"},
              {"Effect":"Allow","Principal":"*","Action":"*","Resource":"*",
                "Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-abcd123456"}}},
              {"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}
            """);

        var verdict = PublicPolicy.Evaluate(document, PolicyKind.Bucket);

        verdict.IsPublic.ShouldBeTrue();
        verdict.Statements.Select(exposure => (exposure.Statement, exposure.IsPublic, exposure.Reason)).ShouldBe(
        [
            (1, false, "its principals are named"),
            (2, false, "`aws:PrincipalOrgID` limits it to fixed values"),
            (3, true, "its principal is everyone and no condition limits it to fixed values"),
        ]);
    }

    [Fact]
    public void Judge_AccessPointOfAVpc_IsNeverPublic() => PublicPolicy.Evaluate(
        Document("""{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}"""), PolicyKind.AccessPoint,
        isVpcOnly: true).IsPublic.ShouldBeFalse();

    [Theory]
    [InlineData("StringEquals", "aws:PrincipalOrgPaths", "o-a/r-b/ou-c/")]
    [InlineData("Bool", "aws:PrincipalIsAWSService", "true")]
    [InlineData("StringEquals", "aws:VpceAccount", "111122223333")]
    [InlineData("ArnLike", "aws:PrincipalArn", "arn:aws:iam::111122223333:role/*")]
    public void Judge_KeyThatAwsDoesNotList_IsPublicAndSaysSo(string name, string key, string value)
    {
        var document = Document(
            """{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"OPERATOR":{"KEY":"VALUE"}}}}"""
            .Replace("OPERATOR", name, StringComparison.Ordinal)
            .Replace("KEY", key, StringComparison.Ordinal)
            .Replace("VALUE", value, StringComparison.Ordinal));

        var exposure = PublicPolicy.Evaluate(document, PolicyKind.Bucket).Statements.ShouldHaveSingleItem();

        exposure.IsPublic.ShouldBeTrue();
        exposure.IsContested.ShouldBeTrue();
        exposure.Reason.ShouldContain(key);
    }

    [Fact]
    public void Preview_ListsWhoGetsInFromOutside()
    {
        var document = Document(
            """
            {"Statement":[
              {"Effect":"Allow","Principal":{"AWS":["111122223333","arn:aws:iam::444455556666:role/Partner"],
                "Service":"logging.s3.amazonaws.com"},"Action":"s3:Get*","Resource":"*"},
              {"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"},
              {"Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:*","Resource":"*",
                "Condition":{"StringEquals":{"aws:PrincipalOrgID":["o-a","o-b"]}}},
              {"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*",
                "Condition":{"StringEquals":{"s3:DataAccessPointAccount":["111122223333","777788889999"]}}},
              {"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}},
              {"Effect":"Allow","Principal":{"Federated":"accounts.google.com"},"Action":"s3:*","Resource":"*"},
              {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}]}
            """);

        AccessPreview.Of(document, PolicyKind.Bucket, "111122223333").Select(grant => (grant.Statement, grant.Group, grant.Name)).ShouldBe(
        [
            (0, ExternalAccessGroup.Account, "arn:aws:iam::444455556666:role/Partner"),
            (0, ExternalAccessGroup.Service, "logging.s3.amazonaws.com"),
            (1, ExternalAccessGroup.Public, "*"),
            (2, ExternalAccessGroup.Organisation, "o-a"),
            (2, ExternalAccessGroup.Organisation, "o-b"),
            (3, ExternalAccessGroup.Account, "777788889999"),
            (4, ExternalAccessGroup.Limited, "*"),
            (5, ExternalAccessGroup.Federated, "accounts.google.com"),
        ]);
    }

    private static PolicyDocument Document(string text) => PolicyDocument.Parse(text, PolicyKind.Bucket).Document;
}
