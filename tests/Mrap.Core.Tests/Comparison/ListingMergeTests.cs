using CsCheck;
using Mrap.Core.Comparison;

namespace Mrap.Core.Tests.Comparison;

public sealed class ListingMergeTests
{
    [Fact]
    public void Differences_AreThoseOfADictionaryOfAllKeys_HoweverTheListsAreCutIntoPages() =>
        Gen.Select(KeySamples.Listings.Array[1, 5], Gen.Int[1, 7]).Sample((lists, pageSize) =>
        {
            var keys = lists.SelectMany(list => list.Select(entry => entry.Key)).Distinct().Order(KeyOrder.Instance).ToList();
            var maps = lists.Select(list => list.ToDictionary(entry => entry.Key)).ToList();
            var expected = keys
                .Select(key => new KeyDifference(
                    key, [.. maps.Select(map => map.TryGetValue(key, out var entry) ? KeyCopy.Of(entry) : KeyCopy.Missing)]))
                .Where(each => IsDifferent([.. each.Copies]))
                .ToList();

            var (found, compared) = Merge(lists, pageSize);

            found.ShouldBe(expected);
            compared.ShouldBe(keys.Count);
        });

    [Fact]
    public void Bucket_ThatTellsNothingAnyMore_IsNeitherMissingNorPresentFromThereOn()
    {
        var merge = new ListingMerge(3);
        var found = new List<KeyDifference>();
        merge.Advance(found.Add).ShouldBe(0);
        merge.TryFeed(0, new[] { KeySamples.Entry("a"), KeySamples.Entry("b"), KeySamples.Entry("c") }).ShouldBeTrue();
        merge.Advance(found.Add).ShouldBe(1);
        merge.TryFeed(1, new[] { KeySamples.Entry("a"), KeySamples.Entry("b") }).ShouldBeTrue();
        merge.Advance(found.Add).ShouldBe(2);
        merge.Lose(2);
        merge.Advance(found.Add).ShouldBe(1);
        merge.End(1);
        merge.Advance(found.Add).ShouldBe(0);
        merge.End(0);

        merge.Advance(found.Add).ShouldBeNull();

        var only = found.ShouldHaveSingleItem();
        only.Key.ShouldBe("c");
        only.Copies.Select(copy => copy.State).ShouldBe([CopyState.Present, CopyState.Missing, CopyState.Unknown]);
    }

    [Theory]
    [InlineData("b", "a")]
    [InlineData("a", "a")]
    [InlineData("\U0001F600", "\uFFFD")]
    public void Page_WhoseKeysDoNotAscend_IsNotTaken(string first, string second)
    {
        var merge = new ListingMerge(1);

        merge.TryFeed(0, new[] { KeySamples.Entry(first), KeySamples.Entry(second) }).ShouldBeFalse();
        merge.TryFeed(0, new[] { KeySamples.Entry(first) }).ShouldBeTrue();
        merge.Advance(_ => { }).ShouldBe(0);
        merge.TryFeed(0, new[] { KeySamples.Entry(second) }).ShouldBeFalse();
    }

    private static bool IsDifferent(KeyCopy[] copies)
    {
        var present = copies.Where(copy => copy.State == CopyState.Present).ToList();
        return present.Count > 0
            && (present.Count < copies.Length || present.Any(copy => !copy.IsSameAs(present[0])));
    }

    private static (List<KeyDifference> Found, long Keys) Merge(ListingEntry[][] lists, int pageSize)
    {
        var merge = new ListingMerge(lists.Length);
        var pages = lists.Select(list => new Queue<ListingEntry[]>(list.Chunk(pageSize))).ToArray();
        var found = new List<KeyDifference>();
        while (merge.Advance(found.Add) is { } needed)
        {
            if (pages[needed].TryDequeue(out var page))
            {
                merge.TryFeed(needed, page).ShouldBeTrue();
            }
            else
            {
                merge.End(needed);
            }
        }

        return (found, merge.Keys);
    }
}
