using System.Collections.Immutable;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Wire = Amazon.S3Control.Model;

namespace Mrap.Aws.Operations;

/// <summary>Reads the SDK's operation into ours.</summary>
internal static class OperationMapper
{
    /// <param name="asked">The buckets of the creation, where this console asked for it and knows their Regions.</param>
    public static OperationSnapshot? Read(
        Wire.AsyncOperation? operation, string tokenArn, ImmutableArray<RequestedMember> asked, DateTimeOffset observedAt)
    {
        var parameters = operation?.RequestParameters;
        var (kind, name) = parameters switch
        {
            { CreateMultiRegionAccessPointRequest: { } create } => (AsyncOperationKind.Create, create.Name),
            { DeleteMultiRegionAccessPointRequest: { } delete } => (AsyncOperationKind.Delete, delete.Name),
            { PutMultiRegionAccessPointPolicyRequest: { } put } => (AsyncOperationKind.PutPolicy, put.Name),
            _ => (default, null),
        };
        var members = asked.IsEmpty ? Members(parameters?.CreateMultiRegionAccessPointRequest) : asked;
        return operation is not null
            && AccessPointName.Parse(name).TryGet(out var accessPoint)
            && AsyncOperationStatusText.Parse(operation.RequestStatus).TryGet(out var status)
            ? new OperationSnapshot(
                operation.RequestTokenARN ?? tokenArn,
                kind,
                accessPoint,
                operation.CreationTime is { } created ? new DateTimeOffset(created, TimeSpan.Zero) : observedAt,
                status,
                Regions(operation.ResponseDetails),
                status == AsyncOperationStatus.Failed
                    ? OperationFaults.Of(kind, accessPoint, members, operation.ResponseDetails?.ErrorDetails)
                    : null,
                observedAt)
            { Members = members }
            : null;
    }

    private static ImmutableArray<RequestedMember> Members(Wire.CreateMultiRegionAccessPointInput? creation)
    {
        var members = ImmutableArray.CreateBuilder<RequestedMember>();
        foreach (var row in creation?.Regions ?? [])
        {
            if (BucketName.Parse(row.Bucket).TryGet(out var bucket))
            {
                members.Add(
                    new RequestedMember(bucket, Region: null, AccountId.Parse(row.BucketAccountId).TryGet(out var owner) ? owner : null));
            }
        }

        return members.ToImmutable();
    }

    private static ImmutableArray<RegionProgress> Regions(Wire.AsyncResponseDetails? details)
    {
        var regions = ImmutableArray.CreateBuilder<RegionProgress>();
        foreach (var row in details?.MultiRegionAccessPointDetails?.Regions ?? [])
        {
            if (RegionId.Parse(row.Name).TryGet(out var region) && AsyncOperationStatusText.Parse(row.RequestStatus).TryGet(out var status))
            {
                regions.Add(new RegionProgress(region, status));
            }
        }

        regions.Sort((a, b) => a.Region.CompareTo(b.Region));
        return regions.ToImmutable();
    }
}
