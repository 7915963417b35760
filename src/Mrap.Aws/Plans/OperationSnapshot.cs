using System.Collections.Immutable;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Plans;

/// <summary>An asynchronous operation as it was when the service was last asked (Amazon S3 API Reference, "AsyncOperation").</summary>
/// <param name="TokenArn">The ARN that names the operation.</param>
/// <param name="Kind">What it does.</param>
/// <param name="AccessPoint">The access point it works on.</param>
/// <param name="CreatedAt">When the request arrived.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Regions">How far it is in each Region, by code; empty while the service does not tell.</param>
/// <param name="Fault">Why it failed; null unless it did.</param>
/// <param name="ObservedAt">When the service was asked.</param>
public sealed record OperationSnapshot(
    string TokenArn,
    AsyncOperationKind Kind,
    AccessPointName AccessPoint,
    DateTimeOffset CreatedAt,
    AsyncOperationStatus Status,
    ImmutableArray<RegionProgress> Regions,
    AwsFault? Fault,
    DateTimeOffset ObservedAt)
{
    /// <summary>The buckets that a creation asked for, in the order of the request; empty for other operations.</summary>
    public ImmutableArray<RequestedMember> Members { get; init; } = [];

    /// <summary>
    /// What was done before the request of this console, and stays done however the operation ends: titles of steps; empty when this
    /// console did not make the request.
    /// </summary>
    public ImmutableArray<string> DoneBefore { get; init; } = [];

    /// <summary>Whether this is a creation that came to nothing.</summary>
    public bool IsFailedCreation => Kind == AsyncOperationKind.Create && Status == AsyncOperationStatus.Failed;

    /// <summary>Whether nothing will change any more.</summary>
    public bool IsFinal => Status.IsFinal();

    /// <summary>Whether both say the same of the same operation, whenever it was asked.</summary>
    public bool Equals(OperationSnapshot? other) =>
        other is not null
        && (TokenArn, Kind, AccessPoint, CreatedAt, Status, Fault)
            == (other.TokenArn, other.Kind, other.AccessPoint, other.CreatedAt, other.Status, other.Fault)
        && Regions.AsSpan().SequenceEqual(other.Regions.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TokenArn, Status);
}
