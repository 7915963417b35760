using System.Collections.Immutable;
using Amazon.S3Control.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Aws.AccessPoints;

/// <summary>Lists the access points of the account.</summary>
/// <param name="identity">The account.</param>
public sealed class ListAccessPoints(AwsClients clients, AccountIdentity identity)
{
    private const string WhatFailed = "The access points could not be listed.";
    private const int MaxPages = 20;

    /// <summary>Lists them.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The access points by name, or why they could not be listed.</returns>
    public async Task<Outcome<ImmutableArray<AccessPoint>>> ExecuteAsync(CancellationToken cancellationToken)
    {
        var account = await identity.GetAsync(cancellationToken);
        if (!account.TryGet(out var owner, out var fault))
        {
            return fault;
        }

        var found = new SortedDictionary<AccessPointName, AccessPoint>();
        string? next = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var request = new ListMultiRegionAccessPointsRequest { AccountId = owner.Value, NextToken = next };
            var answer = await AwsCall.InvokeAsync(
                WhatFailed, () => clients.Control(RegionCatalog.Management).ListMultiRegionAccessPointsAsync(request, cancellationToken));
            if (!answer.TryGet(out var list, out fault))
            {
                return fault;
            }

            foreach (
                var accessPoint in (list.AccessPoints ?? []).Select(report => AccessPointMapper.Read(report, owner)).OfType<AccessPoint>())
            {
                found[accessPoint.Name] = accessPoint;
            }

            if (string.IsNullOrEmpty(list.NextToken))
            {
                break;
            }

            next = list.NextToken;
        }

        return found.Values.ToImmutableArray();
    }
}
