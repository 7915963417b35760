using Mrap.Policy.ExternalAccess;
using Mrap.Policy.Model;

namespace Mrap.Policy.Tests.ExternalAccess;

public sealed class AccessPointPreviewTests
{
    private const string Owner = "111122223333";
    private const string Partner = "444455556666";
    private const string Arn = "arn:aws:s3::111122223333:accesspoint/mmqdt41e4bf6x.mrap";

    private const string Delegation =
        """{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:*","Resource":"""
            + """["arn:aws:s3:::here","arn:aws:s3:::here/*"],"Condition":{"StringEquals":"""
            + """{"s3:DataAccessPointArn":"arn:aws:s3::111122223333:accesspoint/mmqdt41e4bf6x.mrap"}}}""";

    [Fact]
    public void Of_BucketThatDelegates_LetsThePartnerInThroughTheAccessPointOnly()
    {
        var preview = Preview(ToPartner("s3:GetObject", "/object/*"), Delegation);

        preview.ThroughAccessPoint.ShouldHaveSingleItem().Allowed.ShouldBe(["s3:GetObject"]);
        preview.ThroughAccessPoint[0].Grant.Name.ShouldBe(Partner);
        preview.Direct.ShouldHaveSingleItem().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void Of_BucketWithoutPolicy_RefusesThePartnerAndSaysWhy()
    {
        var preview = Preview(ToPartner("s3:GetObject", "/object/*"), bucket: null);

        var reach = preview.ThroughAccessPoint.ShouldHaveSingleItem();
        reach.IsOpen.ShouldBeFalse();
        reach.Refused.ShouldBe(["s3:GetObject"]);
        reach.Refusal.ShouldNotBeNull().ShouldContain("bucket");
        preview.Direct.ShouldBeEmpty();
    }

    [Fact]
    public void Of_BucketThatDeniesOneAction_LetsTheOthersThrough()
    {
        const string Deny = """{"Effect":"Deny","Principal":"*","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::here/*"}""";

        var reach = Preview(ToPartner("s3:*Object", "/object/*"), Delegation + "," + Deny).ThroughAccessPoint.ShouldHaveSingleItem();

        reach.Allowed.ShouldContain("s3:PutObject");
        reach.Allowed.ShouldNotContain("s3:DeleteObject");
        reach.Refused.ShouldContain("s3:DeleteObject");
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Of_PublicPolicy_IsCutOffByRestrictPublicBuckets(bool isRestricted, bool isOpen)
    {
        var policy = $$"""{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"{{Arn}}/object/*"}""";

        var reach = Preview(policy, Delegation, isRestricted).ThroughAccessPoint.ShouldHaveSingleItem();

        reach.Grant.Group.ShouldBe(ExternalAccessGroup.Public);
        reach.IsOpen.ShouldBe(isOpen);
    }

    [Theory]
    [InlineData("""{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""")]
    [InlineData("""{"StringLike":{"s3:prefix":"reports/*"}}""")]
    [InlineData("""{"Bool":{"aws:SecureTransport":"true"}}""")]
    [InlineData("""{"NumericLessThan":{"s3:max-keys":"10"}}""")]
    [InlineData("""{"DateGreaterThan":{"aws:CurrentTime":"2026-01-01T00:00:00Z"}}""")]
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"o-abcdefghij"}}""")]
    public void Of_GrantWithConditions_AsksWithARequestThatFulfilsThem(string condition)
    {
        var policy = $$"""{"Effect":"Allow","Principal":"""
            + $$"""{"AWS":"{{Partner}}"},"Action":"s3:ListBucket","Resource":"{{Arn}}","Condition":{{condition}}}""";

        Preview(policy, Delegation).ThroughAccessPoint.ShouldHaveSingleItem().Allowed.ShouldBe(["s3:ListBucket"]);
    }

    [Fact]
    public void Of_DelegationThatAsksForMore_IsOpenToRequestsThatBringIt()
    {
        var narrower =
            Delegation.Replace("\"}}}", "\"},\"StringEquals\":{\"aws:SourceVpce\":\"vpce-0a1b2c3d\"}}}", StringComparison.Ordinal)
            .Replace("StringEquals\":{\"s3:Data", "ArnEquals\":{\"s3:Data", StringComparison.Ordinal);

        Preview(ToPartner("s3:GetObject", "/object/*"), narrower).ThroughAccessPoint.ShouldHaveSingleItem().IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Of_OwnAccountAlone_IsNobodyFromOutside()
    {
        var policy = $$"""{"Effect":"Allow","Principal":{"AWS":"{{Owner}}"},"Action":"s3:GetObject","Resource":"{{Arn}}/object/*"}""";

        Preview(policy, bucket: null).ThroughAccessPoint.ShouldBeEmpty();
    }

    [Fact]
    public void Of_GrantOnPrefix_IsAskedWithAKeyUnderIt()
    {
        var policy = ToPartner("s3:GetObject", "/object/reports/*");
        var bucket = Delegation.Replace("\"arn:aws:s3:::here/*\"", "\"arn:aws:s3:::here/reports/*\"", StringComparison.Ordinal);

        Preview(policy, bucket).ThroughAccessPoint.ShouldHaveSingleItem().IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Of_SeveralBuckets_AnswersForEachInOrder()
    {
        var point =
            new PreviewSide(Arn, Owner, Read(ToPartner("s3:GetObject", "/object/*"), PolicyKind.AccessPoint), RestrictPublicBuckets: false);
        PreviewSide[] buckets =
        [
            new("arn:aws:s3:::here", Owner, Read(Delegation, PolicyKind.Bucket), RestrictPublicBuckets: false),
            new("arn:aws:s3:::there", Owner, Policy: null, RestrictPublicBuckets: false),
        ];

        var previews = AccessPointPreview.Of(point, buckets);

        previews.Select(preview => preview.Bucket.Arn).ShouldBe(["arn:aws:s3:::here", "arn:aws:s3:::there"]);
        previews.Select(preview => preview.ThroughAccessPoint[0].IsOpen).ShouldBe([true, false]);
    }

    private static string ToPartner(string action, string resource) =>
        $$"""{"Effect":"Allow","Principal":{"AWS":"{{Partner}}"},"Action":"{{action}}","Resource":"{{Arn}}{{resource}}"}""";

    private static BucketPreview Preview(string accessPoint, string? bucket, bool isRestricted = false)
    {
        var point = new PreviewSide(Arn, Owner, Read(accessPoint, PolicyKind.AccessPoint), isRestricted);
        var side = new PreviewSide(
            "arn:aws:s3:::here", Owner, bucket is null ? null : Read(bucket, PolicyKind.Bucket), RestrictPublicBuckets: false);
        return AccessPointPreview.Of(point, [side]).ShouldHaveSingleItem();
    }

    private static PolicyDocument Read(string statements, PolicyKind kind)
    {
        PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""", kind).TryGet(out var document).ShouldBeTrue();
        return document!;
    }
}
