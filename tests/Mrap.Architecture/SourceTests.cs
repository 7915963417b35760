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

    [Fact]
    public void Files_OfTheRooms_AreShort()
    {
        var lengths = Sources.Below("src").Select(file => (File: file, Sources.Lines(file).Length)).OrderBy(file => file.Length).ToList();

        lengths.Where(file => file.Length > MaxLines).ShouldBeEmpty();
        lengths[lengths.Count / 2].Length.ShouldBeLessThan(MaxMedian);
    }

    [Fact]
    public void Sources_AreThoseOfTheRepository() => Sources.Below("tests").ShouldContain("tests/Mrap.Architecture/SourceTests.cs");

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
