using System.Collections.Immutable;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;
using ReplicationStatus = Amazon.S3.ReplicationStatus;

namespace Mrap.Aws.Requests;

/// <summary>
/// Asks every bucket of an access point itself what it holds of an object, which no request through the access point can tell (Amazon S3
/// User Guide, "Multi-Region Access Point request routing").
/// </summary>
public sealed class LocateObject(AwsClients clients)
{
    private const int NotFound = 404;

    /// <summary>Asks all the buckets at once.</summary>
    /// <param name="key">The key, 1 to 1,024 bytes.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>One answer for each bucket, in the order of the members.</returns>
    public async Task<ImmutableArray<ObjectPresence>> ExecuteAsync(
        AccessPoint accessPoint, string key, CancellationToken cancellationToken) =>
        [.. await Task.WhenAll(accessPoint.Members.Select(member => AskAsync(member, key, cancellationToken)))];

    private async Task<ObjectPresence> AskAsync(MemberBucket member, string key, CancellationToken cancellationToken)
    {
        var request = new GetObjectMetadataRequest { BucketName = member.Bucket.Value, Key = key };
        var marker = (KeyCopy?)null;
        var answer = await AwsCall.InvokeAsync($"The bucket `{member.Bucket}` did not tell.", async () =>
        {
            try
            {
                return await clients.S3(member.Region).GetObjectMetadataAsync(request, cancellationToken);
            }
            catch (AmazonServiceException fault) when (MarkerOf(fault) is { } found)
            {
                marker = found;
                throw;
            }
        });
        if (answer.TryGet(out var head, out var fault))
        {
            return new ObjectPresence(member, CopyOf(head), Fault: null);
        }

        return fault.Status != NotFound
            ? new ObjectPresence(member, KeyCopy.Unknown, fault)
            : new ObjectPresence(
                member, marker is null ? KeyCopy.Missing : await TimeAsync(member, key, marker, cancellationToken), Fault: null);
    }

    // A 404 does not tell when the object was deleted; the list of versions does, to those who may read it.
    private async Task<KeyCopy> TimeAsync(MemberBucket member, string key, KeyCopy marker, CancellationToken cancellationToken)
    {
        var request = new ListVersionsRequest { BucketName = member.Bucket.Value, Prefix = key, MaxKeys = 1 };
        var answer = await AwsCall.InvokeAsync(
            $"The bucket `{member.Bucket}` did not tell.", () => clients.S3(member.Region).ListVersionsAsync(request, cancellationToken));
        return answer.IsSuccess
            && answer.Value.Versions is [{ IsDeleteMarker: true, LastModified: { } time } newest, ..]
            && newest.VersionId == marker.VersionId
                ? marker with { LastModified = new DateTimeOffset(time.ToUniversalTime(), TimeSpan.Zero) }
                : marker;
    }

    private static KeyCopy CopyOf(GetObjectMetadataResponse head) => new(
        CopyState.Present,
        head.ETag,
        head.ContentLength,
        head.LastModified is { } time ? new DateTimeOffset(time.ToUniversalTime(), TimeSpan.Zero) : null,
        string.IsNullOrEmpty(head.VersionId) ? null : head.VersionId,
        StatusOf(head.ReplicationStatus));

    // S3 says COMPLETED in its headers and COMPLETE in places of its reference (AWS page "HeadObject").
    private static CopyStatus StatusOf(ReplicationStatus? status) => status?.Value.ToUpperInvariant() switch
    {
        "PENDING" => CopyStatus.Pending,
        "COMPLETED" or "COMPLETE" => CopyStatus.Completed,
        "FAILED" => CopyStatus.Failed,
        "REPLICA" => CopyStatus.Replica,
        _ => CopyStatus.None,
    };

    // That the newest version is a delete marker is told by headers of the 404 alone.
    private static KeyCopy? MarkerOf(AmazonServiceException fault)
    {
        if ((fault.InnerException as HttpErrorResponseException)?.Response is not { } response
            || response.GetHeaderValue("x-amz-delete-marker") != "true")
        {
            return null;
        }

        return new KeyCopy(
            CopyState.Deleted, ETag: null, Size: null, LastModified: null, response.GetHeaderValue("x-amz-version-id"));
    }
}
