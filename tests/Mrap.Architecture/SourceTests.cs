namespace Mrap.Architecture;

public sealed class SourceTests
{
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

    private static IEnumerable<string> TooWide(string file) => Sources.Lines(file)
        .Select((line, i) => (line.Length, Number: i + 1))
        .Where(line => line.Length > MaxColumns)
        .Select(line => $"{file}:{line.Number} has {line.Length} columns");
}
