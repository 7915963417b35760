using System.Collections.Immutable;
using System.Text.Json;
using Mrap.Core.AccessPoints;

namespace Mrap.Core.Simulation;

/// <summary>Writes a simulation as compact JSON; what is usual is left out.</summary>
internal static class SimulationJson
{
    public static void Write(Utf8JsonWriter json, SimulationState simulation)
    {
        var (world, request) = simulation;
        json.WriteStartObject();
        json.WriteString("p", world.Principal);
        WriteText(json, "i", world.Identity);
        WriteText(json, "b", world.Boundary);
        WriteText(json, "s", world.Session);
        WriteText(json, "sc", world.ServiceControl);
        WriteText(json, "rc", world.ResourceControl);
        json.WriteString("a", world.AccessPoint);
        WriteText(json, "ap", world.AccessPointPolicy);
        json.WriteNumber("ab", BlockBits.Of(world.AccessPointBlock));
        json.WriteStartArray("m");
        foreach (var bucket in world.Buckets)
        {
            Write(json, bucket);
        }

        json.WriteEndArray();
        WriteAccounts(json, world.Accounts);
        json.WriteStartObject("r");
        Write(json, request);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SimulatedBucket bucket)
    {
        json.WriteStartArray();
        json.WriteStringValue(bucket.Region.Value);
        json.WriteStringValue(bucket.Name);
        json.WriteStringValue(bucket.Owner);
        json.WriteStringValue(bucket.Policy);
        json.WriteNumberValue(BlockBits.Of(bucket.Block));
        json.WriteBooleanValue(bucket.IsActive);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, SimulatedRequest request)
    {
        json.WriteString("a", request.Action);
        WriteText(json, "k", request.Key);
        if (request.IsDirect)
        {
            json.WriteBoolean("d", value: true);
        }

        WriteText(json, "g", request.Region?.Value ?? string.Empty);
        WriteText(json, "f", request.From ?? string.Empty);
        json.WriteNumber("t", request.At.ToUnixTimeSeconds());
        if (request.Context.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("c");
        foreach (var (key, values) in request.Context)
        {
            json.WriteStartArray(key);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteAccounts(Utf8JsonWriter json, ImmutableSortedDictionary<string, BlockPublicAccess> accounts)
    {
        if (accounts.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("ac");
        foreach (var (account, block) in accounts)
        {
            json.WriteNumber(account, BlockBits.Of(block));
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
        {
            json.WriteString(name, value);
        }
    }
}
