using Amazon.S3Control.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Aws.Policies;

/// <summary>Reads the policies of an access point (Amazon S3 API Reference, "GetMultiRegionAccessPointPolicy").</summary>
public sealed class GetPolicy(IAwsClients clients)
{
    /// <summary>Reads the established and the proposed policy, and whether the established one is public.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The policies, both missing where none was ever put; or why they could not be read.</returns>
    public async Task<Outcome<AccessPointPolicy>> ExecuteAsync(AccessPoint accessPoint, CancellationToken cancellationToken)
    {
        var whatFailed = $"The policy of `{accessPoint.Name}` could not be read.";
        var control = clients.Control(RegionCatalog.Management);
        var request = new GetMultiRegionAccessPointPolicyRequest { AccountId = accessPoint.Owner.Value, Name = accessPoint.Name.Value };
        var answer = await AwsCall.InvokeAsync(whatFailed, () => control.GetMultiRegionAccessPointPolicyAsync(request, cancellationToken));
        if (!answer.TryGet(out var got, out var fault))
        {
            return fault.Code == "NoSuchMultiRegionAccessPointPolicy"
                ? new AccessPointPolicy(Established: null, Proposed: null, IsPublic: null)
                : fault;
        }

        var established = Document(got.Policy?.Established?.Policy);
        var proposed = Document(got.Policy?.Proposed?.Policy);
        if (established is null)
        {
            return new AccessPointPolicy(established, proposed, IsPublic: null);
        }

        var ask = new GetMultiRegionAccessPointPolicyStatusRequest { AccountId = accessPoint.Owner.Value, Name = accessPoint.Name.Value };
        var status =
            await AwsCall.InvokeAsync(whatFailed, () => control.GetMultiRegionAccessPointPolicyStatusAsync(ask, cancellationToken));
        return new AccessPointPolicy(established, proposed, status.IsSuccess ? status.Value.Established?.IsPublic : null);
    }

    private static string? Document(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
