using CsCheck;
using Mrap.Policy.Arns;

namespace Mrap.Policy.Tests.Arns;

public sealed class ArnTests
{
    [Theory]
    [InlineData("arn:aws:s3:::photos/2026/a:b.jpg", "aws", "s3", "", "", "photos/2026/a:b.jpg")]
    [InlineData("arn:aws:s3::111122223333:accesspoint/m.mrap", "aws", "s3", "", "111122223333", "accesspoint/m.mrap")]
    [InlineData("arn:aws-cn:kms:cn-north-1:111122223333:key/x", "aws-cn", "kms", "cn-north-1", "111122223333", "key/x")]
    [InlineData("arn:aws:s3:*:*:*", "aws", "s3", "*", "*", "*")]
    [InlineData("arn:::::", "", "", "", "", "")]
    public void Parse_SixFields_ReadsEach(string text, string partition, string service, string region, string account, string resource)
    {
        var arn = Arn.Parse(text).Value;

        (arn.Partition.ToString(), arn.Service.ToString(), arn.Region.ToString(), arn.Account.ToString(), arn.Resource.ToString())
            .ShouldBe((partition, service, region, account, resource));
        arn.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("arn")]
    [InlineData("arn:")]
    [InlineData("arn:aws:s3:*")]
    [InlineData("arn:aws:s3::photos")]
    [InlineData("ARN:aws:s3:::photos")]
    [InlineData("urn:aws:s3:::photos")]
    public void Parse_AnythingElse_SaysWhatAnArnHas(string? text) => Arn.Parse(text).Faults.ShouldBe(
        ["must have the six fields `arn:partition:service:region:account:resource`"]);

    [Fact]
    public void Parse_AnyFields_GivesThemBack() => Gen.Char["a:/*"].Array[0, 12].Select(part => new string(part)).Sample(
        rest =>
        {
            var text = "arn:" + rest;
            var fields = text.Split(':', 6);
            return Arn.Parse(text).TryGet(out var arn)
                ? fields is ["arn", var partition, var service, var region, var account, var resource]
                    && arn.Partition.SequenceEqual(partition) && arn.Service.SequenceEqual(service) && arn.Region.SequenceEqual(region)
                    && arn.Account.SequenceEqual(account) && arn.Resource.SequenceEqual(resource)
                : fields.Length < 6;
        },
        iter: Runs.Of(2_000));

    [Fact]
    public void Parse_AnyText_AllocatesNothing()
    {
        Read();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Read();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        static void Read()
        {
            _ = Arn.Parse("arn:aws:s3:::photos").Value.Resource.Length;
            _ = Arn.Parse("arn:aws:s3").IsValid;
            _ = Arn.Parse("photos").IsValid;
        }
    }

    [Fact]
    public void Equals_SameText_IsTheSameArn()
    {
        var arn = Arn.Parse("arn:aws:s3:::photos").Value;

        (arn == Arn.Parse("arn:aws:s3:::" + "photos").Value).ShouldBeTrue();
        (arn != Arn.Parse("arn:aws:s3:::other").Value).ShouldBeTrue();
        arn.Equals((object)arn).ShouldBeTrue();
        arn.GetHashCode().ShouldBe(Arn.Parse("arn:aws:s3:::photos").Value.GetHashCode());
    }

    [Fact]
    public void Default_HasEmptyFields()
    {
        var arn = default(Arn);

        arn.ToString().ShouldBe("");
        (arn.Partition.Length + arn.Service.Length + arn.Region.Length + arn.Account.Length + arn.Resource.Length).ShouldBe(0);
    }
}
