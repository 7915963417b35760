using CsCheck;
using Mrap.Sandbox.S3.Objects;
using Mrap.Sandbox.S3.Protocol;

namespace Mrap.Sandbox.Tests.S3;

public sealed class ReadConditionTests
{
    private static readonly DateTimeOffset s_written = new(2026, 3, 1, 12, 0, 0, 500, TimeSpan.Zero);
    private static readonly DateTimeOffset s_sameSecond = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("\"abc\"", nameof(ReadConditionOutcome.Holds))]
    [InlineData("abc", nameof(ReadConditionOutcome.Holds))]
    [InlineData("*", nameof(ReadConditionOutcome.Holds))]
    [InlineData("\"x\", \"abc\"", nameof(ReadConditionOutcome.Holds))]
    [InlineData("\"x\"", nameof(ReadConditionOutcome.IfMatchFailed))]
    public void IfMatch_Tag_Decides(string header, string expected) =>
        new ReadCondition(header, null, null, null).Decide("abc", s_written).ToString().ShouldBe(expected);

    [Fact]
    public void IfMatch_HoldsButModified_Holds() =>
        new ReadCondition("\"abc\"", null, null, s_sameSecond.AddDays(-1)).Decide("abc", s_written).ShouldBe(ReadConditionOutcome.Holds);

    [Fact]
    public void IfNoneMatch_TagMatches_IsNotModified() =>
        new ReadCondition(null, "W/\"abc\"", null, null).Decide("abc", s_written).ShouldBe(ReadConditionOutcome.NotModified);

    [Fact]
    public void IfNoneMatch_OtherTagButNotModifiedSince_Holds() =>
        new ReadCondition(null, "\"x\"", s_sameSecond.AddDays(1), null).Decide("abc", s_written).ShouldBe(ReadConditionOutcome.Holds);

    [Fact]
    public void Dates_SameSecond_CountAsNotModified()
    {
        new ReadCondition(null, null, s_sameSecond, null).Decide("abc", s_written).ShouldBe(ReadConditionOutcome.NotModified);
        new ReadCondition(null, null, null, s_sameSecond).Decide("abc", s_written).ShouldBe(ReadConditionOutcome.Holds);
        new ReadCondition(null, null, null, s_sameSecond.AddSeconds(-1))
            .Decide("abc", s_written)
            .ShouldBe(ReadConditionOutcome.IfUnmodifiedSinceFailed);
    }

    [Theory]
    [InlineData("Sun, 01 Mar 2026 12:00:00 GMT")]
    [InlineData("Sunday, 01-Mar-26 12:00:00 GMT")]
    [InlineData("2026-03-01T12:00:00Z")]
    public void HttpDate_KnownForm_IsRead(string text) => HttpDate.Parse(text).ShouldBe(s_sameSecond);

    [Fact]
    public void Parsers_AnyText_NeverThrow() => Gen.Select(Gen.String, Gen.String).Sample((header, tag) =>
    {
        HttpDate.Parse(header);
        ETags.Unquote(header);
        ETags.Names(header, tag);
        return ETags.Names("*", tag);
    });
}
