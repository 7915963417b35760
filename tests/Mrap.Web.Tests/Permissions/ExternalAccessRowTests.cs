using Mrap.Core.AccessPoints;
using Mrap.Core.Permissions;
using Mrap.Policy.Editing;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.Permissions;

namespace Mrap.Web.Tests.Permissions;

public sealed class OutsideRowTests
{
    private static readonly string s_delegating =
        PolicyTextEdits.Of(Delegation.StatementFor(Example.AccessPoint().Members[0].Bucket, Example.AccessPoint(), toAccount: true))
        .Replace(Example.AccessPoint().Members[0].Bucket.Value, "*", StringComparison.Ordinal);

    [Fact]
    public void Rows_OwnAccountOnly_AreNone() =>
        ExternalAccessRow.Of(PermissionsExample.With(PermissionsExample.ReadPolicy("111122223333"))).ShouldBeEmpty();

    [Fact]
    public void Rows_AnotherAccountAndEveryBucketDelegates_AreOneForAllBuckets()
    {
        var row = ExternalAccessRow.Of(
            PermissionsExample.With(
                PermissionsExample.ReadPolicy(PermissionsExample.Other), bucketPolicy: s_delegating)).ShouldHaveSingleItem();

        row.Who.ShouldBe("The account `444455556666`");
        row.Way.ShouldBe("the access point to all 3 buckets");
        row.Allowed.ShouldBe("`s3:GetObject`");
        row.Refused.ShouldBeEmpty();
    }

    [Fact]
    public void Rows_AnotherAccountAndOneBucketDelegates_TellTheBucketsApart()
    {
        var permissions = PermissionsExample.With(PermissionsExample.ReadPolicy(PermissionsExample.Other)).WithBucket(1,
        new Mrap.Aws.Policies.BucketPolicy(s_delegating));

        var rows = ExternalAccessRow.Of(permissions);

        rows.Length.ShouldBe(2);
        rows.Single(row => row.Allowed.Length > 0).Way.ShouldBe($"the access point to `{permissions.Buckets[1].Member.Bucket}`");
        rows.Single(row => row.Allowed.Length == 0).Refused.ShouldStartWith("`s3:GetObject`: ");
    }

    [Fact]
    public void Rows_BucketLetsAnotherAccountInDirectly_SayThatItIsPastTheAccessPoint()
    {
        var permissions = PermissionsExample.With();
        var bucket = permissions.Buckets[0].Member.Bucket;
        permissions = permissions.WithBucket(0, new Mrap.Aws.Policies.BucketPolicy(
            $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"""
                + $$"""{"AWS":"444455556666"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::{{bucket}}/*"}]}"""));

        ExternalAccessRow.Of(permissions).ShouldHaveSingleItem().Way.ShouldBe($"`{bucket}`, past the access point");
    }

    [Fact]
    public void Rows_PublicPolicyThatIsRestricted_LetNobodyThrough()
    {
        var rows = ExternalAccessRow.Of(
            PermissionsExample.With(
                PermissionsExample.ReadPolicy("*"), bucketPolicy: s_delegating,
                block: BlockPublicAccess.AllOff with { RestrictPublicBuckets = true }));

        rows.ShouldAllBe(row => row.Allowed.Length == 0 && !row.IsPublic);
        rows.ShouldNotBeEmpty();
    }
}
