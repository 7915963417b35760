using Mrap.Policy.Syntax;

namespace Mrap.Policy.Tests.Syntax;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(2, 2, 1)]
    [InlineData(3, 3, 1)]
    [InlineData(4, 3, 2)]
    [InlineData(6, 4, 1)]
    public void PositionOf_MixedLineEnds_CountsEachOnce(int offset, int line, int column) =>
        new SourceText("a\n\nb\r\nc").PositionOf(offset).ShouldBe(new TextPosition(offset, line, column));

    [Fact]
    public void PositionOf_BehindTheEnd_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SourceText("ab").PositionOf(3));
}
