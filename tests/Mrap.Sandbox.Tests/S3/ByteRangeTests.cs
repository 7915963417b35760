using CsCheck;
using Mrap.Sandbox.S3.Objects;

namespace Mrap.Sandbox.Tests.S3;

public sealed class ByteRangeTests
{
    [Theory]
    [InlineData("bytes=0-0", 10, 0, 1)]
    [InlineData("bytes=2-5", 10, 2, 4)]
    [InlineData("bytes=2-", 10, 2, 8)]
    [InlineData("bytes=2-999", 10, 2, 8)]
    [InlineData("bytes=-3", 10, 7, 3)]
    [InlineData("bytes=-99", 10, 0, 10)]
    [InlineData("bytes=0-99999999999999999999999", 10, 0, 10)]
    public void Range_Satisfiable_IsServed(string header, long size, long offset, long length)
    {
        var outcome = ByteRange.Read(header, size);

        outcome.ShouldBe(new RangeOutcome(IsSatisfiable: true, new ByteRange(offset, length)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("bytes")]
    [InlineData("bytes=")]
    [InlineData("bytes=-")]
    [InlineData("bytes=5-2")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=1-2,4-5")]
    [InlineData("items=1-2")]
    public void Range_MalformedOrSeveral_ServesTheWhole(string? header) => ByteRange.Read(header, 10).ShouldBe(RangeOutcome.Whole);

    [Theory]
    [InlineData("bytes=10-", 10)]
    [InlineData("bytes=10-12", 10)]
    [InlineData("bytes=-0", 10)]
    [InlineData("bytes=0-0", 0)]
    [InlineData("bytes=-5", 0)]
    [InlineData("bytes=99999999999999999999-", 10)]
    public void Range_OutsideOfTheBody_CannotBeSatisfied(string header, long size) =>
        ByteRange.Read(header, size).IsSatisfiable.ShouldBeFalse();

    [Fact]
    public void Range_AnyText_NeverThrowsAndStaysInside() =>
        Gen.Select(
            Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789-,= "], 0, 40].Select(text => "bytes=" + text)),
            Gen.Long[0, long.MaxValue])
            .Sample((header, size) =>
            {
                ByteRange.ReadStrict(header);
                var outcome = ByteRange.Read(header, size);
                return outcome.Range is not { } range || (range.Offset >= 0 && range.Length >= 1 && range.Offset <= size - range.Length);
            });
}
