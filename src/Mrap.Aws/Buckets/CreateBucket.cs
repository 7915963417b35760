using Amazon.S3;
using Amazon.S3.Model;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Aws.Buckets;

/// <summary>Creates a bucket in a Region.</summary>
/// <param name="gate">Checks the role of who acts and writes the activity log.</param>
public sealed class CreateBucket(AwsClients clients, ChangeGate gate)
{
    /// <summary>Creates the bucket, which takes an administrator; one of the caller's own in that Region counts as created.</summary>
    /// <param name="bucket">The name.</param>
    /// <param name="enableVersioning">Whether to enable versioning, which replication needs.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Success, or why not.</returns>
    public Task<Outcome<Unit>> ExecuteAsync(
        BucketName bucket, RegionId region, bool enableVersioning, CancellationToken cancellationToken) =>
        gate.PassAsync<Unit>(Describe(bucket, region, enableVersioning), async () =>
        {
            var fault = await EnsureAsync(bucket, region, cancellationToken);
            fault ??= enableVersioning ? await EnableVersioningAsync(bucket, region, cancellationToken) : null;
            return fault is null ? Unit.Instance : fault;
        });

    private static Change Describe(BucketName bucket, RegionId region, bool enableVersioning) => new(
        ChangeAction.CreateBucket, bucket.Value, AccessPoint: null, Before: null,
        $"Region {region}, versioning {(enableVersioning ? "on" : "off")}");

    internal async Task<AwsFault?> EnsureAsync(BucketName bucket, RegionId region, CancellationToken cancellationToken)
    {
        var whatFailed = $"The bucket `{bucket}` was not created.";
        var request = new PutBucketRequest { BucketName = bucket.Value };
        if (region != RegionCatalog.Default)
        {
            request.BucketRegion = new S3Region(region.Value);
        }

        var answer = await AwsCall.InvokeAsync(whatFailed, () => clients.S3(region).PutBucketAsync(request, cancellationToken));
        if (answer.Fault is not { Code: "BucketAlreadyOwnedByYou" })
        {
            return answer.Fault;
        }

        return await IsInAsync(bucket, region, cancellationToken)
            ? null
            : AwsFaults.Invalid(
                whatFailed, $"Your account has a bucket `{bucket}` already, in another Region than {region}.",
                "Choose another name, or use the bucket in its own Region.");
    }

    internal async Task<AwsFault?> EnableVersioningAsync(BucketName bucket, RegionId region, CancellationToken cancellationToken)
    {
        var request = new PutBucketVersioningRequest
        {
            BucketName = bucket.Value,
            VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled },
        };
        return (
            await AwsCall.InvokeAsync(
                $"Versioning of `{bucket}` was not enabled.", () =>
                    clients.S3(region).PutBucketVersioningAsync(request, cancellationToken))).Fault;
    }

    private async Task<bool> IsInAsync(BucketName bucket, RegionId region, CancellationToken cancellationToken)
    {
        var answer = await AwsCall.InvokeAsync(
            string.Empty, () =>
                clients.S3(region).GetBucketLocationAsync(new GetBucketLocationRequest { BucketName = bucket.Value }, cancellationToken));
        return answer.TryGet(out var found, out _) && RegionOf(found.Location?.Value) == region.Value;
    }

    // Two Regions are told in a way of their own (Amazon S3 API Reference, "GetBucketLocation").
    private static string RegionOf(string? location) => location switch
    {
        null or "" => RegionCatalog.Default.Value,
        "EU" => "eu-west-1",
        _ => location,
    };
}
