using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;

namespace Mrap.Aws.Comparison;

/// <summary>Lists the keys of a bucket, page by page (Amazon S3 API Reference, "ListObjectsV2" and "ListObjectVersions").</summary>
public sealed class ListKeys(AwsClients clients)
{
    private const int PageSize = 1000;

    /// <summary>Lists each key once, with its newest version.</summary>
    /// <param name="member">The bucket.</param>
    /// <param name="query">Which keys.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The pages, in the order of keys; a fault is the last of them.</returns>
    public IAsyncEnumerable<Outcome<ReadOnlyMemory<ListingEntry>>> ExecuteAsync(
        MemberBucket member, GapQuery query, CancellationToken cancellationToken) =>
        query.WithVersions ? VersionsAsync(member, query, cancellationToken) : ObjectsAsync(member, query, cancellationToken);

    private async IAsyncEnumerable<Outcome<ReadOnlyMemory<ListingEntry>>> ObjectsAsync(
        MemberBucket member, GapQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            // XML cannot hold every character of a key: they come percent-encoded
            var request = new ListObjectsV2Request
            {
                BucketName = member.Bucket.Value,
                Prefix = query.Prefix,
                MaxKeys = PageSize,
                ContinuationToken = token,
                Encoding = EncodingType.Url,
            };
            var answer =
                await AwsCall.InvokeAsync(WhatFailed(member), () =>
                    clients.S3(member.Region).ListObjectsV2Async(request, cancellationToken));
            if (!answer.TryGet(out var page, out var fault))
            {
                yield return fault;
                yield break;
            }

            token = page.NextContinuationToken;
            yield return Page(page.S3Objects);
        }
        while (!string.IsNullOrEmpty(token));
    }

    private async IAsyncEnumerable<Outcome<ReadOnlyMemory<ListingEntry>>> VersionsAsync(
        MemberBucket member, GapQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (key, version) = ((string?)null, (string?)null);
        do
        {
            var request = new ListVersionsRequest
            {
                BucketName = member.Bucket.Value,
                Prefix = query.Prefix,
                MaxKeys = PageSize,
                KeyMarker = key,
                VersionIdMarker = version,
                Encoding = EncodingType.Url,
            };
            var answer =
                await AwsCall.InvokeAsync(WhatFailed(member), () =>
                    clients.S3(member.Region).ListVersionsAsync(request, cancellationToken));
            if (!answer.TryGet(out var page, out var fault))
            {
                yield return fault;
                yield break;
            }

            (key, version) = page.IsTruncated is true ? (Key(page.NextKeyMarker), page.NextVersionIdMarker) : (null, null);
            yield return new ReadOnlyMemory<ListingEntry>(
                [
                    .. (page.Versions ?? []).Where(each => each.IsLatest is true).Select(each => new ListingEntry(
                        Key(each.Key), each.IsDeleteMarker is true ? null : each.ETag, each.Size ?? 0, At(each.LastModified),
                        each.VersionId, each.IsDeleteMarker is true)),
                ]);
        }
        while (!string.IsNullOrEmpty(key));
    }

    private static Outcome<ReadOnlyMemory<ListingEntry>> Page(List<S3Object>? objects)
    {
        var entries = new ListingEntry[objects?.Count ?? 0];
        for (var index = 0; index < entries.Length; index++)
        {
            var found = objects![index];
            entries[index] = new ListingEntry(Key(found.Key), found.ETag, found.Size ?? 0, At(found.LastModified));
        }

        return new ReadOnlyMemory<ListingEntry>(entries);
    }

    private static string Key(string text) =>
        text.AsSpan().IndexOfAny('%', '+') < 0 ? text : Uri.UnescapeDataString(text.Replace('+', ' '));

    private static DateTimeOffset At(DateTime? time) =>
        time is { } at ? new DateTimeOffset(at.ToUniversalTime(), TimeSpan.Zero) : DateTimeOffset.MinValue;

    private static string WhatFailed(MemberBucket member) => $"The bucket `{member.Bucket}` in {member.Region} could not be listed.";
}
