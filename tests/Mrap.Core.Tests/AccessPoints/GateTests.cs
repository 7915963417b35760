using CsCheck;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Text;

namespace Mrap.Core.Tests.AccessPoints;

public sealed class GateTests
{
    private const string Arn = "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap";

    private static readonly Gen<string> s_text = Gen.Frequency(
        (1, Gen.String),
        (2, Gen.String[Gen.Char["abz09-._AZ:/\0\n"], 0, 70]),
        (
            2,
            Gen.Select(
                Gen.OneOf(Arn, Arn + "/object/", "arn:aws:s3:us-west-2:111122223333:async-request/mrap/create/", "arn:aws:s3::"),
                Gen.String[Gen.Char["ab1.:/_-mrap"], 0, 20], (head, tail) => head + tail)));

    [Fact]
    public void EveryGate_AnyText_NeverThrowsAndPrintsBack() => s_text.Sample(text =>
    {
        AssertGate(BucketName.Parse(text), text);
        AssertGate(AccessPointName.Parse(text), text);
        AssertGate(AccessPointAlias.Parse(text), text);
        AssertGate(AccountId.Parse(text), text);
        AssertGate(AccessPointArn.Parse(text), text.Replace("accesspoint:", "accesspoint/", StringComparison.Ordinal));
        AssertGate(OperationTokenArn.Parse(text), text);
        if (AccessPointObjectArn.Parse(text).TryGet(out var arn))
        {
            AccessPointObjectArn.Parse(arn.ToString()).Value.ShouldBe(arn);
        }
    });

    [Fact]
    public void EveryGate_Null_Fails()
    {
        BucketName.Parse(null).IsValid.ShouldBeFalse();
        AccessPointName.Parse(null).IsValid.ShouldBeFalse();
        AccessPointAlias.Parse(null).IsValid.ShouldBeFalse();
        AccountId.Parse(null).IsValid.ShouldBeFalse();
        AccessPointArn.Parse(null).IsValid.ShouldBeFalse();
        AccessPointObjectArn.Parse(null).IsValid.ShouldBeFalse();
        OperationTokenArn.Parse(null).IsValid.ShouldBeFalse();
    }

    [Theory]
    [InlineData("abc", true)]
    [InlineData("a.b.c.d", true)]
    [InlineData("my-bucket.example.com", true)]
    [InlineData("ab", false)]
    [InlineData("Abc", false)]
    [InlineData("-abc", false)]
    [InlineData("abc.", false)]
    [InlineData("a..b", false)]
    [InlineData("192.168.5.4", false)]
    [InlineData("192.168.5", true)]
    [InlineData("xn--abc", false)]
    [InlineData("sthree-abc", false)]
    [InlineData("abc-s3alias", false)]
    [InlineData("mfzwi23gnjvgw.mrap", false)]
    [InlineData("abc--x-s3", false)]
    public void BucketName_Text_KeepsTheRules(string text, bool isValid)
    {
        BucketName.Parse(text).IsValid.ShouldBe(isValid);
        BucketName.Check(text).All(rule => rule.IsKept).ShouldBe(isValid);
    }

    [Fact]
    public void BucketName_AnyText_FastPathAgreesWithTheRules() =>
        Gen.Frequency((3, Gen.String[Gen.Char["ab1.-"], 0, 66]), (1, Gen.String[Gen.Char["12."], 5, 12])).Sample(text =>
            BucketName.Parse(text).IsValid.ShouldBe(BucketName.Check(text).All(rule => rule.IsKept)));

    [Theory]
    [InlineData("arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap")]
    [InlineData("arn:aws:s3::111122223333:accesspoint:mfzwi23gnjvgw.mrap")]
    public void AccessPointArn_BothSpellings_AreReadAndTheFirstIsWritten(string text) =>
        AccessPointArn.Parse(text).Value.ToString().ShouldBe(Arn);

    [Theory]
    [InlineData("arn:aws:s3:us-east-1:111122223333:accesspoint/mfzwi23gnjvgw.mrap")]
    [InlineData("arn:aws:s3::11112222333:accesspoint/mfzwi23gnjvgw.mrap")]
    [InlineData("arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw")]
    [InlineData("arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap/object/a")]
    [InlineData("arn:aws:iam::111122223333:accesspoint/mfzwi23gnjvgw.mrap")]
    [InlineData("arn:aws:s3::111122223333:bucket/mfzwi23gnjvgw.mrap")]
    public void AccessPointArn_FaultyText_Fails(string text) => AccessPointArn.Parse(text).Faults.ShouldNotBeEmpty();

    [Theory]
    [InlineData("a")]
    [InlineData("a/b/c.txt")]
    [InlineData("copy.mrap/object/of.mrap/it")]
    [InlineData("/leading")]
    [InlineData("with:colons")]
    [InlineData("日本語")]
    public void AccessPointObjectArn_Keys_AreKept(string key)
    {
        var arn = AccessPointObjectArn.Parse($"{Arn}/object/{key}").Value;

        arn.Key.ShouldBe(key);
        arn.AccessPoint.ToString().ShouldBe(Arn);
        arn.ToString().ShouldBe($"{Arn}/object/{key}");
    }

    [Fact]
    public void AccessPointObjectArn_KeyOfOtherSpelling_IsWrittenCanonically() =>
        AccessPointObjectArn.Parse(
            "arn:aws:s3::111122223333:accesspoint:mfzwi23gnjvgw.mrap/object/a").Value.ToString().ShouldBe(Arn + "/object/a");

    [Fact]
    public void AccessPointObjectArn_KeyOfBadLength_Fails()
    {
        AccessPointObjectArn.Parse(Arn + "/object/").IsValid.ShouldBeFalse();
        AccessPointObjectArn.Parse(Arn + "/object/" + new string('a', 1024)).IsValid.ShouldBeTrue();
        AccessPointObjectArn.Parse(Arn + "/object/" + new string('a', 1025)).IsValid.ShouldBeFalse();
        AccessPointObjectArn.Parse(Arn + "/object/" + new string('é', 513)).IsValid.ShouldBeFalse();
    }

    [Fact]
    public void Alias_AnyEntropy_IsWellFormed() => Gen.Byte.Array[12, 40].Sample(entropy =>
        AccessPointAlias.Parse(AccessPointAlias.Generate(entropy).Value).Value.ShouldBe(AccessPointAlias.Generate(entropy)));

    [Theory]
    [InlineData("abc", true)]
    [InlineData("1bc", true)]
    [InlineData("a-b", true)]
    [InlineData("ab", false)]
    [InlineData("-bc", false)]
    [InlineData("ab-", false)]
    [InlineData("a_b", false)]
    [InlineData("a.b", false)]
    [InlineData("aBc", false)]
    public void AccessPointName_Text_KeepsTheRules(string text, bool isValid) => AccessPointName.Parse(text).IsValid.ShouldBe(isValid);

    private static void AssertGate<T>(Parsed<T> parsed, string text)
        where T : struct
    {
        if (parsed.TryGet(out var value))
        {
            value.ToString().ShouldBe(text);
        }
        else
        {
            parsed.Faults.ShouldNotBeEmpty();
        }
    }
}
