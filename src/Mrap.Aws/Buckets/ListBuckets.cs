using System.Collections.Immutable;
using Amazon.S3.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Aws.Buckets;

/// <summary>Lists the account's buckets of all Regions (Amazon S3 API Reference, "ListBuckets").</summary>
public sealed class ListBuckets(IAwsClients clients)
{
    private const string WhatFailed = "The buckets could not be listed.";
    private const int PageSize = 1000;
    private const int MaxPages = 100;

    /// <summary>Lists them with their Regions, at most 100,000.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The buckets by name, or why they could not be listed.</returns>
    public async Task<Outcome<ImmutableArray<BucketSummary>>> ExecuteAsync(CancellationToken cancellationToken)
    {
        var buckets = ImmutableArray.CreateBuilder<BucketSummary>();
        string? next = null;
        for (var page = 0; page < MaxPages; page++)
        {
            // A page size asks for the form of the answer that names the Regions.
            var request = new ListBucketsRequest { MaxBuckets = PageSize, ContinuationToken = next };
            var answer =
                await AwsCall.InvokeAsync(WhatFailed, () => clients.S3(RegionCatalog.Default).ListBucketsAsync(request, cancellationToken));
            if (!answer.TryGet(out var list, out var fault))
            {
                return fault;
            }

            foreach (var bucket in list.Buckets ?? [])
            {
                if (BucketName.Parse(bucket.BucketName).TryGet(out var name))
                {
                    buckets.Add(
                        new BucketSummary(
                            name, RegionId.Parse(bucket.BucketRegion).TryGet(out var region) ? region : null, Time(bucket.CreationDate)));
                }
            }

            if (string.IsNullOrEmpty(list.ContinuationToken))
            {
                break;
            }

            next = list.ContinuationToken;
        }

        buckets.Sort((a, b) => a.Name.CompareTo(b.Name));
        return buckets.ToImmutable();
    }

    /// <summary>Reads the versioning state of one bucket: a call for each, so ask for those that are shown.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The state, or why it could not be read.</returns>
    public async Task<Outcome<BucketVersioning>> GetVersioningAsync(BucketName bucket, RegionId region, CancellationToken cancellationToken)
    {
        var request = new GetBucketVersioningRequest { BucketName = bucket.Value };
        var answer = await AwsCall.InvokeAsync(
            $"The versioning of `{bucket}` could not be read.", () =>
                clients.S3(region).GetBucketVersioningAsync(request, cancellationToken));
        return answer.TryGet(out var got, out var fault)
            ? got.VersioningConfig?.Status?.Value switch
            {
                "Enabled" => BucketVersioning.Enabled,
                "Suspended" => BucketVersioning.Suspended,
                _ => BucketVersioning.Off,
            }
            : fault;
    }

    private static DateTimeOffset? Time(DateTime? created) =>
        created is { } time ? new DateTimeOffset(time.ToUniversalTime(), TimeSpan.Zero) : null;
}
