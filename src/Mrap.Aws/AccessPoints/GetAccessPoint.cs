using Amazon.S3Control.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Policies;
using Mrap.Aws.Routing;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Aws.AccessPoints;

/// <summary>Reads an access point by its name.</summary>
/// <param name="identity">The account.</param>
/// <param name="getRoutes">Reads the routes.</param>
/// <param name="getPolicy">Reads the policy.</param>
public sealed class GetAccessPoint(AwsClients clients, AccountIdentity identity, GetRoutes getRoutes, GetPolicy getPolicy)
{
    /// <summary>Reads the access point alone.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The access point; the fault's code is <c>NoSuchMultiRegionAccessPoint</c> when there is none.</returns>
    public async Task<Outcome<AccessPoint>> ReadAsync(AccessPointName name, CancellationToken cancellationToken)
    {
        var whatFailed = $"The access point `{name}` could not be read.";
        var account = await identity.GetAsync(cancellationToken);
        if (!account.TryGet(out var owner, out var fault))
        {
            return fault;
        }

        var request = new GetMultiRegionAccessPointRequest { AccountId = owner.Value, Name = name.Value };
        var answer = await AwsCall.InvokeAsync(
            whatFailed, () => clients.Control(RegionCatalog.Management).GetMultiRegionAccessPointAsync(request, cancellationToken));
        return !answer.TryGet(out var got, out fault)
            ? fault
            : AccessPointMapper.Read(got.AccessPoint, owner) is { } accessPoint
                ? accessPoint
                : AwsFaults.Unreadable(whatFailed, "the answer lacks a name or a status");
    }

    /// <summary>
    /// Reads the access point with its routes and its policy. Routes or policy that cannot be read leave the rest readable.
    /// </summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The details, or why the access point could not be read.</returns>
    public async Task<Outcome<AccessPointDetails>> ExecuteAsync(AccessPointName name, CancellationToken cancellationToken)
    {
        var outcome = await ReadAsync(name, cancellationToken);
        if (!outcome.TryGet(out var accessPoint, out var fault))
        {
            return fault;
        }

        var routes = await getRoutes.ExecuteAsync(accessPoint, cancellationToken);
        var policy = await getPolicy.ExecuteAsync(accessPoint, cancellationToken);
        return new AccessPointDetails(
            accessPoint,
            routes.IsSuccess ? routes.Value : null,
            routes.Fault,
            policy.IsSuccess ? policy.Value : null,
            policy.Fault);
    }
}
