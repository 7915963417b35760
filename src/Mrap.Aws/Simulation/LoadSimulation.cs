using System.Collections.Immutable;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Faults;
using Mrap.Aws.Policies;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;
using Mrap.Core.Simulation;
using Mrap.Policy.Editing;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;

namespace Mrap.Aws.Simulation;

/// <summary>Takes the policies of an existing access point into a simulation.</summary>
public sealed class LoadSimulation(GetAccessPoint getAccessPoint, GetPermissions getPermissions)
{
    /// <summary>Reads an access point with every policy on the way and Block Public Access at all levels.</summary>
    /// <param name="name">Its name as the address has it.</param>
    /// <param name="now">The time of the request.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<Outcome<LoadedSimulation>> ExecuteAsync(string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!AccessPointName.Parse(name).TryGet(out var parsed))
        {
            return new AwsFault(
                ConsoleFaultCodes.Invalid, "There is no access point of this name.",
                $"`{name}` is not a name that an access point can have.", "Check the address, or start with an example.");
        }

        var outcome = await getAccessPoint.ExecuteAsync(parsed, cancellationToken);
        return outcome.TryGet(out var details, out var fault)
            ? Of(await getPermissions.ExecuteAsync(details.AccessPoint, cancellationToken), details.Routes, now)
            : fault;
    }

    /// <summary>The simulation of what was read.</summary>
    public static LoadedSimulation Of(AccessPointPermissions permissions, RouteTable? routes, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(permissions);
        var unread = ImmutableArray.CreateBuilder<string>();
        var accessPoint = permissions.AccessPoint;
        var policy = Read(permissions.Policy, "the policy of the access point");
        var text = PolicyFormat.ForReading(policy?.Established ?? policy?.Proposed);
        var world = new SimulatedWorld
        {
            Principal = CallerIn(text) ?? $"arn:aws:iam::{accessPoint.Owner}:user/reader",
            AccessPoint = accessPoint.Arn.ToString(),
            AccessPointPolicy = text,
            AccessPointBlock = accessPoint.BlockPublicAccess,
            Buckets = [.. permissions.Buckets.Select(bucket => new SimulatedBucket(
                bucket.Member.Region,
                bucket.Member.Bucket.Value,
                bucket.Member.BucketAccount.Value,
                PolicyFormat.ForReading(Read(bucket.Policy, $"the policy of bucket {bucket.Member.Bucket}")?.Text),
                Read(bucket.Block, $"Block Public Access of bucket {bucket.Member.Bucket}") ?? BlockPublicAccess.AllOff,
                routes?.Find(bucket.Member.Region)?.IsActive ?? true))],
            Accounts = permissions.Accounts.ToImmutableSortedDictionary(
                account =>
                    account.Account.Value, account =>
                        Read(account.Block, $"Block Public Access of account {account.Account}") ?? BlockPublicAccess.AllOff,
                        StringComparer.Ordinal),
        };
        return new LoadedSimulation(
            new SimulationState(world, new SimulatedRequest { Key = "welcome.txt", At = now }), unread.ToImmutable(),
            policy is { IsChanging: true, Established: not null });

        T? Read<T>(Outcome<T> part, string what)
            where T : class
        {
            if (part.TryGet(out var value, out _))
            {
                return value;
            }

            unread.Add(what);
            return null;
        }
    }

    private static string? CallerIn(string policy) => PolicyDocument.Parse(policy, PolicyKind.AccessPoint).TryGet(out var document)
        ? document.Statements.SelectMany(statement => statement.Principals?.Groups ?? [])
            .Where(group => group.Type == PrincipalType.Aws)
            .SelectMany(group => group.Entries.Items)
            .Select(entry => entry.Text)
            .FirstOrDefault(name => Principal.Parse(name).Kind is PrincipalKind.User or PrincipalKind.Role)
        : null;
}
