using System.Collections.Immutable;
using Amazon.S3.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Requests;

/// <summary>
/// Asks every bucket of an access point itself whether it holds an object, which no request through the access point can tell (Amazon
/// S3 User Guide, "Multi-Region Access Point request routing").
/// </summary>
public sealed class LocateObject(IAwsClients clients)
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
        var answer = await AwsCall.InvokeAsync(
            $"The bucket `{member.Bucket}` did not tell.", () =>
                clients.S3(member.Region).GetObjectMetadataAsync(request, cancellationToken));
        if (answer.TryGet(out var head, out var fault))
        {
            DateTimeOffset? written = head.LastModified is { } time ? new DateTimeOffset(time.ToUniversalTime(), TimeSpan.Zero) : null;
            return new ObjectPresence(member, IsPresent: true, head.ContentLength, head.ETag, written, Fault: null);
        }

        return fault.Status == NotFound
            ? new ObjectPresence(member, IsPresent: false, Length: null, ETag: null, LastModified: null, Fault: null)
            : new ObjectPresence(member, IsPresent: null, Length: null, ETag: null, LastModified: null, fault);
    }
}
