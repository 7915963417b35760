using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Principals;

namespace Mrap.Core.Simulation;

/// <summary>The context keys that a request has without anybody setting them.</summary>
public static class SimulatedKeys
{
    private const string SomeAddress = "203.0.113.10";

    /// <summary>What follows from the caller, the access point and the bucket, and cannot be otherwise.</summary>
    public static ImmutableSortedDictionary<string, string> Given(SimulationState simulation, Principal caller, SimulatedBucket? bucket)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(caller);
        var keys = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        AddCaller(keys, caller);
        if (!simulation.Request.IsDirect && simulation.World.Owner is { } owner)
        {
            keys["s3:DataAccessPointArn"] = simulation.World.AccessPoint;
            keys["s3:DataAccessPointAccount"] = owner;
            keys["s3:AccessPointNetworkOrigin"] = "Internet";
        }

        if (bucket is not null)
        {
            keys["aws:RequestedRegion"] = bucket.Region.Value;
            keys["aws:ResourceAccount"] = bucket.Owner;
            keys["s3:ResourceAccount"] = bucket.Owner;
        }

        keys["aws:CurrentTime"] =
            simulation.Request.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        keys["aws:EpochTime"] = simulation.Request.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return keys.ToImmutable();
    }

    /// <summary>What nearly every request has; can be set otherwise.</summary>
    public static string? Usual(string key, Principal caller) => key.ToLowerInvariant() switch
    {
        "aws:sourceip" => SomeAddress,
        "aws:securetransport" => "true",
        "aws:viaawsservice" or "aws:principalisawsservice" => caller.Kind switch
        {
            PrincipalKind.Anonymous => null,
            PrincipalKind.Service => "true",
            PrincipalKind.Root or PrincipalKind.User or PrincipalKind.Role or PrincipalKind.RoleSession or PrincipalKind.FederatedUser
                or PrincipalKind.IdentityProvider => "false",
        },
        "s3:authtype" => caller.Kind == PrincipalKind.Anonymous ? null : "REST-HEADER",
        "s3:tlsversion" => "1.3",
        _ => null,
    };

    private static void AddCaller(ImmutableSortedDictionary<string, string>.Builder keys, Principal caller)
    {
        if (caller.Kind == PrincipalKind.Anonymous)
        {
            keys["aws:PrincipalType"] = "Anonymous";
            return;
        }

        if (caller.Account is not { } account)
        {
            return;
        }

        keys["aws:PrincipalAccount"] = account;

        // the key holds the role of a session, not the session
        keys["aws:PrincipalArn"] = PrincipalText.RoleOf(caller);
        keys["aws:PrincipalType"] = caller.Kind switch
        {
            PrincipalKind.User => "User",
            PrincipalKind.Root => "Account",
            PrincipalKind.FederatedUser => "FederatedUser",
            PrincipalKind.Role or PrincipalKind.RoleSession => "AssumedRole",
            PrincipalKind.Anonymous or PrincipalKind.Service or PrincipalKind.IdentityProvider => "Unknown",
        };
        if (caller.Kind == PrincipalKind.User)
        {
            keys["aws:username"] = caller.Text[(caller.Text.LastIndexOf('/') + 1)..];
        }
    }
}
