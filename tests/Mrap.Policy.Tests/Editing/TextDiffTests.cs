using CsCheck;
using Mrap.Policy.Editing;

namespace Mrap.Policy.Tests.Editing;

public sealed class TextDiffTests
{
    private static readonly Gen<string> s_text =
        Gen.Char["abc"].Select(letter => letter.ToString()).List[0, 12].Select(lines => string.Join('\n', lines));

    [Fact]
    public void Lines_ChangedInTheMiddle_RemovedStandsBeforeAdded()
    {
        var lines = TextDiff.Compare("a\nb\nc", "a\nx\nc");

        lines.Select(line => (line.Kind, line.Before, line.After, line.Text)).ShouldBe(
        [
            (DiffKind.Same, 1, 1, "a"),
            (DiffKind.Removed, 2, null, "b"),
            (DiffKind.Added, null, 2, "x"),
            (DiffKind.Same, 3, 3, "c"),
        ]);
    }

    [Fact]
    public void Lines_TheirEndingsDiffer_AreTheSame() =>
        TextDiff.Compare("a\r\nb\r\n", "a\nb").ShouldAllBe(line => line.Kind == DiffKind.Same);

    [Fact]
    public void Lines_AnyTwoTexts_GiveBothTextsBackInOrder() => Gen.Select(s_text, s_text).Sample((before, after) =>
    {
        var lines = TextDiff.Compare(before, after);

        string.Join('\n', lines.Where(line => line.Kind != DiffKind.Added).Select(line => line.Text)).ShouldBe(before);
        string.Join('\n', lines.Where(line => line.Kind != DiffKind.Removed).Select(line => line.Text)).ShouldBe(after);
        lines.Where(line => line.Before is not null)
            .Select(line => line.Before!.Value)
            .ShouldBe(Enumerable.Range(1, lines.Count(line => line.Before is not null)));
        lines.Where(line => line.After is not null)
            .Select(line => line.After!.Value)
            .ShouldBe(Enumerable.Range(1, lines.Count(line => line.After is not null)));
    });

    [Fact]
    public void Lines_FarTooMany_AreComparedAsAWhole()
    {
        var (before, after) = (string.Join('\n', Enumerable.Range(0, 3000)), string.Join('\n', Enumerable.Range(5000, 3000)));

        var lines = TextDiff.Compare(before, after);

        lines.Count(line => line.Kind == DiffKind.Removed).ShouldBe(3000);
        lines.Count(line => line.Kind == DiffKind.Added).ShouldBe(3000);
    }

    [Fact]
    public void Hunks_TwoChangesFarApart_HaveAGapBetweenAndAround()
    {
        var before = string.Join('\n', Enumerable.Range(1, 30));
        var after = before.Replace("\n10\n", "\nten\n", StringComparison.Ordinal).Replace("\n20\n", "\ntwenty\n", StringComparison.Ordinal);

        var shown = TextDiff.Hunks(TextDiff.Compare(before, after), context: 1);

        shown.Select(line => line?.Text).ShouldBe([null, "9", "10", "ten", "11", null, "19", "20", "twenty", "21", null]);
    }

    [Fact]
    public void Hunks_NothingChanged_AreNone() => TextDiff.Hunks(TextDiff.Compare("a\nb", "a\nb")).ShouldBeEmpty();
}
