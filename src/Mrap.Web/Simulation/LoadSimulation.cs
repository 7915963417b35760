using System.Collections.Immutable;
using Mrap.Aws;
using Mrap.Aws.AccessPoints;
using Mrap.Core.AccessPoints;

namespace Mrap.Web.Simulation;

/// <summary>Takes the policies of an existing access point into a simulation.</summary>
public sealed class LoadSimulation(GetAccessPoint getAccessPoint)
{
    /// <summary>Reads an access point with its policies.</summary>
    /// <param name="name">Its name as the address has it.</param>
    /// <param name="now">The time of the request.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<Outcome<SimulationState>> ExecuteAsync(string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!AccessPointName.Parse(name).TryGet(out var parsed))
        {
            return new AwsFault(ConsoleFaultCodes.Invalid, "There is no access point of this name.", $"`{name}` is not a name that an access point can have.", "Check the address, or start with an example.");
        }

        var outcome = await getAccessPoint.ExecuteAsync(parsed, cancellationToken);
        return outcome.TryGet(out var details, out var fault) ? Of(details, now) : fault;
    }

    private static SimulationState Of(AccessPointDetails details, DateTimeOffset now)
    {
        var accessPoint = details.AccessPoint;
        ImmutableArray<SimulatedBucket> buckets = [.. accessPoint.Members.Select(member => new SimulatedBucket(
            member.Region, member.Bucket.Value, member.BucketAccount.Value, string.Empty, BlockPublicAccess.AllOn, details.Routes?.Find(member.Region)?.IsActive ?? true))];
        var world = new SimulatedWorld
        {
            Principal = $"arn:aws:iam::{accessPoint.Owner}:user/reader",
            AccessPoint = accessPoint.Arn.ToString(),
            AccessPointPolicy = details.Policy?.Established ?? details.Policy?.Proposed ?? string.Empty,
            AccessPointBlock = accessPoint.BlockPublicAccess,
            Buckets = buckets,
        };
        return new SimulationState(world, new SimulatedRequest { Key = "reports/2026.csv", At = now });
    }
}
