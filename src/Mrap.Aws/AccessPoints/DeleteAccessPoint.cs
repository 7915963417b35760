using System.Collections.Immutable;
using Amazon.S3Control.Model;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Operations;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Aws.AccessPoints;

/// <summary>
/// Deletes an access point; its buckets and their objects stay (Amazon S3 User Guide, "Deleting a Multi-Region Access Point").
/// </summary>
/// <param name="identity">The account.</param>
/// <param name="gate">Checks the role of who acts and writes the activity log.</param>
/// <param name="operations">Where the operation is remembered.</param>
/// <param name="time">The clock.</param>
public sealed class DeleteAccessPoint(
    AwsClients clients, AccountIdentity identity, ChangeGate gate, OperationLog operations, TimeProvider time)
{
    /// <summary>Asks for the deletion; it takes an administrator.</summary>
    /// <param name="accessPoint">The access point as it stands, which is what it was created as: none of it can be changed.</param>
    /// <param name="clientToken">An idempotency token of at most 64 characters without white space: the same one twice is one
    /// deletion.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The operation just begun, to be watched with <see cref="WatchOperation"/>, or why it was not.</returns>
    public Task<Outcome<OperationSnapshot>> ExecuteAsync(
        AccessPoint accessPoint, string clientToken, CancellationToken cancellationToken) =>
        gate.PassAsync(Describe(accessPoint), () => DeleteAsync(accessPoint.Name, clientToken, cancellationToken));

    private static Change Describe(AccessPoint accessPoint) => new(
        ChangeAction.DeleteAccessPoint, accessPoint.Name.Value, accessPoint.Name.Value, AccessPointText.Of(accessPoint), After: null);

    private async Task<Outcome<OperationSnapshot>> DeleteAsync(
        AccessPointName name, string clientToken, CancellationToken cancellationToken)
    {
        var whatFailed = $"The access point `{name}` was not deleted.";
        var account = await identity.GetAsync(cancellationToken);
        if (!account.TryGet(out var owner, out var fault))
        {
            return fault;
        }

        var request = new DeleteMultiRegionAccessPointRequest
        {
            AccountId = owner.Value,
            ClientToken = clientToken,
            Details = new DeleteMultiRegionAccessPointInput { Name = name.Value },
        };
        var answer = await AwsCall.InvokeAsync(
            whatFailed, () => clients.Control(RegionCatalog.Management).DeleteMultiRegionAccessPointAsync(request, cancellationToken));
        if (!answer.TryGet(out var begun, out fault))
        {
            return fault;
        }

        var now = time.GetUtcNow();
        var snapshot = new OperationSnapshot(
            begun.RequestTokenARN ?? string.Empty, AsyncOperationKind.Delete, name, now, AsyncOperationStatus.New,
            ImmutableArray<RegionProgress>.Empty, Fault: null, now);
        operations.Remember(snapshot);
        return snapshot;
    }
}
