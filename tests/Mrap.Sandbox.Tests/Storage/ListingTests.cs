using System.Text;
using CsCheck;
using Mrap.Sandbox.Storage.Listings;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Tests.Storage;

public sealed class ListingTests
{
    private const string NoDelimiter = "";

    // few letters, so that prefixes meet; among them the ends of the one, two, three and four byte ranges of UTF-8
    private static readonly Gen<string> s_text =
        Gen.Int[0, 8].Select(i => new[] { "a", "b", "/", "//", "\u0001", "é", "ߺ", "\uFFFD", "🚀" }[i]).Array[1, 5].Select(string.Concat);
    private static readonly Gen<string[]> s_keys = s_text.Array[0, 30].Select(keys => keys.Distinct().ToArray());
    private static readonly Gen<string> s_prefix =
        Gen.Int[0, 4].SelectMany(i => i < 2 ? Gen.Const(string.Empty) : s_text.Select(text => text[..1].Trim('\uD83D')));
    private static readonly Gen<string> s_delimiter = Gen.Int[0, 4].Select(i => new[] { NoDelimiter, "/", "/", "a", "é" }[i]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_OfObjects_JoinToTheModel() =>
        await Gen.Select(s_keys, s_prefix, s_delimiter, Gen.Int[1, 4]).SampleAsync(async (keys, prefix, delimiter, limit) =>
        {
            await using var fixture = new StorageFixture();
            await fixture.CreateBucketAsync();
            await Task.WhenAll(keys.Select(key => fixture.PutAsync(key, key)));
            var expected = Model(keys, prefix, delimiter);

            var found = new List<string>();
            string? after = null;
            while (true)
            {
                var page = fixture.Store.ListObjects(StorageFixture.Bucket, new ListQuery(prefix, delimiter, after, null, limit));
                var items = page.Versions.Select(version => version.Key).Concat(page.CommonPrefixes).Order(Utf8Order.Instance).ToList();
                found.AddRange(items);
                page.IsTruncated.ShouldBe(found.Count < expected.Count);
                if (!page.IsTruncated)
                {
                    break;
                }

                items.Count.ShouldBe(limit);
                page.NextAfter.ShouldBe(items[^1]);
                after = page.NextAfter;
            }

            found.ShouldBe(expected);
        }, iter: 60);

    [Fact]
    public async Task Start_AnywhereInTheListing_LeavesOutWhatIsNotBehindIt() =>
        await Gen.Select(s_keys, s_prefix, s_delimiter, s_text).SampleAsync(async (keys, prefix, delimiter, after) =>
        {
            await using var fixture = new StorageFixture();
            await fixture.CreateBucketAsync();
            await Task.WhenAll(keys.Select(key => fixture.PutAsync(key, key)));

            var page = fixture.Store.ListObjects(StorageFixture.Bucket, new ListQuery(prefix, delimiter, after, null, 1000));

            page.Versions.Select(version => version.Key).Concat(page.CommonPrefixes).Order(Utf8Order.Instance)
                .ShouldBe(Model(keys, prefix, delimiter).Where(item => Utf8Order.Instance.Compare(item, after) > 0));
        }, iter: 60);

    [Fact]
    public async Task Pages_OfVersions_JoinToTheModel() =>
        await Gen.Select(
            Gen.Select(s_text, Gen.Bool).Array[0, 30], s_prefix, s_delimiter,
            Gen.Int[1, 4]).SampleAsync(async (writes, prefix, delimiter, limit) =>
        {
            await using var fixture = new StorageFixture();
            await fixture.CreateBucketAsync(VersioningState.Enabled);
            var model = new List<(string Key, string VersionId)>();
            foreach (var (key, isDelete) in writes)
            {
                model.Insert(
                    0, (key, isDelete ? (await fixture.DeleteAsync(key)).VersionId! : (await fixture.PutAsync(key, key)).VersionId));
            }

            var whole = Model(writes.Select(write => write.Item1).Distinct(), prefix, delimiter)
                .SelectMany(
                    item =>
                        delimiter.Length > 0 && item.IndexOf(delimiter, Math.Min(prefix.Length, item.Length), StringComparison.Ordinal) >= 0
                    ? [(item, string.Empty)]
                    : model.Where(version => version.Key == item))
                .ToList();

            var found = new List<(string Key, string VersionId)>();
            string? after = null;
            string? afterVersion = null;
            while (true)
            {
                var page = fixture.Store.ListVersions(StorageFixture.Bucket, new ListQuery(prefix, delimiter, after, afterVersion, limit));
                found.AddRange(page.Versions.Select(version => (version.Key, version.VersionId))
                    .Concat(page.CommonPrefixes.Select(text => (text, string.Empty)))
                    .OrderBy(item => item.Item1, Utf8Order.Instance));
                page.Versions.ShouldAllBe(
                    version => version.IsLatest == (model.First(entry => entry.Key == version.Key).VersionId == version.VersionId));
                page.IsTruncated.ShouldBe(found.Count < whole.Count);
                if (!page.IsTruncated)
                {
                    break;
                }

                after = page.NextAfter;
                afterVersion = page.NextAfterVersionId;
            }

            found.ShouldBe(whole);
        }, iter: 60);

    [Fact]
    public async Task Versions_BehindOneRemovedMeanwhile_GoOnWithTheOlder()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync(VersioningState.Enabled);
        var oldest = await fixture.PutAsync("key", "1");
        var middle = await fixture.PutAsync("key", "2");
        await fixture.PutAsync("key", "3");
        await fixture.DeleteAsync("key", middle.VersionId);

        var page = fixture.Store.ListVersions(StorageFixture.Bucket, new ListQuery(string.Empty, null, "key", middle.VersionId, 10));

        page.Versions.ShouldHaveSingleItem().VersionId.ShouldBe(oldest.VersionId);
    }

    [Fact]
    public async Task Limit_OfNothing_IsAnEmptyPageThatIsNotTruncated()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();
        await fixture.PutAsync("key", "body");

        var page = fixture.Store.ListObjects(StorageFixture.Bucket, new ListQuery(string.Empty, null, null, null, 0));

        page.ShouldSatisfyAllConditions(
            () => page.Versions.ShouldBeEmpty(),
            () => page.IsTruncated.ShouldBeFalse(),
            () => page.NextAfter.ShouldBeNull());
    }

    [Fact]
    public async Task Pages_OfUploads_JoinToTheModel() =>
        await Gen.Select(s_text.Array[0, 15], s_prefix, s_delimiter, Gen.Int[1, 4]).SampleAsync(async (keys, prefix, delimiter, limit) =>
        {
            await using var fixture = new StorageFixture();
            var store = await fixture.CreateBucketAsync();
            var model = new List<(string Key, string UploadId)>();
            foreach (var key in keys)
            {
                model.Add(
                    (
                        key,
                        (
                            await store.CreateUploadAsync(
                                StorageFixture.Bucket, key, StorageFixture.Attributes, null, null, Cancellation))!.UploadId));
            }

            var whole = Model(keys.Distinct(), prefix, delimiter)
                .SelectMany(
                    item =>
                        model.Any(upload => upload.Key == item)
                            && !(
                                delimiter.Length > 0
                                    && item.IndexOf(delimiter, Math.Min(prefix.Length, item.Length), StringComparison.Ordinal) >= 0)
                    ? model.Where(upload => upload.Key == item)
                    : [(item, string.Empty)])
                .ToList();

            var found = new List<(string Key, string UploadId)>();
            var query = new UploadQuery(prefix, delimiter, null, null, limit);
            while (true)
            {
                var page = store.ListUploads(StorageFixture.Bucket, query);
                found.AddRange(
                    page.Uploads.Select(upload => (upload.Key, upload.UploadId))
                        .Concat(page.CommonPrefixes.Select(text => (text, string.Empty)))
                        .OrderBy(item => item.Item1, Utf8Order.Instance));
                page.IsTruncated.ShouldBe(found.Count < whole.Count);
                if (!page.IsTruncated)
                {
                    break;
                }

                query = query with { AfterKey = found[^1].Key, AfterUploadId = found[^1].UploadId.Length > 0 ? found[^1].UploadId : null };
            }

            found.ShouldBe(whole);
        }, iter: 40);

    private static List<string> Model(IEnumerable<string> keys, string prefix, string delimiter)
    {
        return [.. keys
            .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(key =>
            {
                var at = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
                return at < 0 ? key : key[..(at + delimiter.Length)];
            })
            .Distinct()
            .Order(Utf8Order.Instance)];
    }

    private sealed class Utf8Order : IComparer<string>
    {
        public static Utf8Order Instance { get; } = new();

        public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y!));
    }
}
