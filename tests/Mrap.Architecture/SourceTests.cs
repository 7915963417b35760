using System.Text;
using System.Text.Unicode;

namespace Mrap.Architecture;

public sealed class SourceTests
{
    private const string Raw = "\"\"\"";
    private const int MaxColumns = 140;
    private const int MaxLines = 250;
    private const int MaxMedian = 45;

    [Fact]
    public void Lines_OfSourcesAndTests_EndAtTheMargin() => Sources.Below("src").Concat(Sources.Below("tests"))
        .SelectMany(TooWide)
        .ShouldBeEmpty();

    // how the lines themselves are laid out, the build checks
    [Fact]
    public void Files_AreUtf8WithoutAMark_AndEveryLineEndsInALineFeed() => Sources.Below("src").Concat(Sources.Below("tests"))
        .Where(file => !EndsPlainly(Sources.Bytes(file)))
        .ShouldBeEmpty();

    [Theory]
    [InlineData("a\n", true)]
    [InlineData("a", false)]
    [InlineData("a\n\n", false)]
    [InlineData("a\r\n", false)]
    [InlineData("\uFEFFa\n", false)]
    [InlineData("", true)]
    public void LineEnds_ThatAreNotPlain_AreFound(string text, bool isPlain) =>
        EndsPlainly(Encoding.UTF8.GetBytes(text)).ShouldBe(isPlain);

    [Fact]
    public void Files_OfTheRooms_AreShort()
    {
        var lengths = Sources.Below("src").Select(file => (File: file, Sources.Lines(file).Length)).OrderBy(file => file.Length).ToList();

        lengths.Where(file => file.Length > MaxLines).ShouldBeEmpty();
        lengths[lengths.Count / 2].Length.ShouldBeLessThan(MaxMedian);
    }

    [Fact]
    public void Sources_AreThoseOfTheRepository() => Sources.Below("tests").ShouldContain("tests/Mrap.Architecture/SourceTests.cs");

    private static bool EndsPlainly(ReadOnlySpan<byte> text) => Utf8.IsValid(text)
        && !text.StartsWith(Encoding.UTF8.Preamble)
        && !text.Contains((byte)'\r')
        && (text.IsEmpty || text[^1] == '\n')
        && !text.EndsWith("\n\n"u8);

    // shell scripts and documents inside of tests have line ends of their own
    private static IEnumerable<string> TooWide(string file)
    {
        var isCode = true;
        var lines = Sources.Lines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > MaxColumns && (isCode || !file.StartsWith("tests/", StringComparison.Ordinal)))
            {
                yield return $"{file}:{i + 1} has {lines[i].Length} columns";
            }

            isCode ^= (lines[i].Split(Raw).Length - 1) % 2 == 1;
        }
    }
}
