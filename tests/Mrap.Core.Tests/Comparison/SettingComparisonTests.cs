using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;
using Mrap.Core.Facts;

namespace Mrap.Core.Tests.Comparison;

public sealed class SettingComparisonTests
{
    [Theory]
    [InlineData("a a a", "Same Same Same")]
    [InlineData("a b a", "Same Odd Same")]
    [InlineData("a b c", "Split Split Split")]
    [InlineData("a b", "Split Split")]
    [InlineData("a ? a", "Same Unknown Same")]
    [InlineData("? ?", "Unknown Unknown")]
    [InlineData("a a b b c", "Split Split Split Split Split")]
    public void Verdicts_NameTheOddOneOut(string values, string verdicts) => Of(values).Verdicts.ShouldBe(
        verdicts.Split(' ').Select(Enum.Parse<ParityVerdict>));

    [Theory]
    [InlineData("a a", false)]
    [InlineData("a ?", false)]
    [InlineData("a b", true)]
    public void Differs_OnlyWhenItIsKnown(string values, bool differs) => Of(values).Differs.ShouldBe(differs);

    [Fact]
    public void OwnName_IsTakenOutAndAnotherPutIn()
    {
        var (one, other) = (BucketName.Parse("orders").Value, BucketName.Parse("orders-eu").Value);
        const string Policy = """["arn:aws:s3:::orders","arn:aws:s3:::orders/*","arn:aws:s3:::orders-eu/*"]""";

        var without = OwnName.Remove(Policy, one);

        without.ShouldBe("""["arn:aws:s3:::${bucket}","arn:aws:s3:::${bucket}/*","arn:aws:s3:::orders-eu/*"]""");
        OwnName.Insert(without, other)
            .ShouldBe("""["arn:aws:s3:::orders-eu","arn:aws:s3:::orders-eu/*","arn:aws:s3:::orders-eu/*"]""");
    }

    private static SettingComparison Of(string values) => new(
        BucketSetting.Tags,
        [
            .. values.Split(' ').Select(
                value => value == "?" ? new Fact<string>.Unknown("no answer") : (Fact<string>)new Fact<string>.Known(value)),
        ]);
}
