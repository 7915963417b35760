using System.Collections.Immutable;
using System.Text.Json;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Simulation;

/// <summary>Reads a simulation that anybody may have written: everything is bounded, and what makes no sense is dropped.</summary>
internal sealed class SimulationJsonReader
{
    private const int MaxName = 1024;
    private const int MaxPolicy = 65_536;
    private const int MaxBuckets = 17;
    private const int MaxKeys = 50;

    /// <summary>Whether anything was dropped.</summary>
    public bool HasDropped { get; private set; }

    public SimulationState? Read(JsonElement root, DateTimeOffset now)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var world = new SimulatedWorld
        {
            Principal = Text(root, "p", MaxName),
            Identity = Text(root, "i", MaxPolicy),
            Boundary = Text(root, "b", MaxPolicy),
            Session = Text(root, "s", MaxPolicy),
            ServiceControl = Text(root, "sc", MaxPolicy),
            ResourceControl = Text(root, "rc", MaxPolicy),
            AccessPoint = Text(root, "a", MaxName),
            AccessPointPolicy = Text(root, "ap", MaxPolicy),
            AccessPointBlock = Block(root, "ab") ?? BlockPublicAccess.AllOn,
            Buckets = Buckets(root),
            Accounts = Accounts(root),
        };
        return new SimulationState(
            world,
            root.TryGetProperty("r", out var request) && request.ValueKind == JsonValueKind.Object
                ? Request(request, world, now)
                : new SimulatedRequest { At = now });
    }

    private SimulatedRequest Request(JsonElement element, SimulatedWorld world, DateTimeOffset now)
    {
        var region = RegionId.Parse(Text(element, "g", MaxName)).TryGet(out var parsed) ? parsed : (RegionId?)null;
        var from = Text(element, "f", MaxName);
        return new SimulatedRequest
        {
            Action = Text(element, "a", 256) is { Length: > 0 } action ? action : "s3:GetObject",
            Key = Text(element, "k", MaxName),
            IsDirect = element.TryGetProperty("d", out var direct) && direct.ValueKind == JsonValueKind.True,
            Region = region is not null && Keep(world.Find(region) is not null) ? region : null,
            From = from.Length > 0 && Keep(VantageCatalog.Find(from) is not null) ? from : null,
            At = element.TryGetProperty("t", out var at)
                && Keep(at.ValueKind == JsonValueKind.Number)
                && at.TryGetInt64(out var seconds)
                && Keep(seconds is >= 0 and < 253_402_300_800)
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : now,
            Context = Context(element),
        };
    }

    private ImmutableArray<SimulatedBucket> Buckets(JsonElement root)
    {
        var buckets = ImmutableArray.CreateBuilder<SimulatedBucket>();
        foreach (var item in Items(root, "m"))
        {
            var parts = item.ValueKind == JsonValueKind.Array ? item.EnumerateArray().ToList() : [];
            var region = parts.Count >= 4 && RegionId.Parse(Text(parts[0], 64)).TryGet(out var parsed) ? parsed : (RegionId?)null;
            if (Keep(region is not null && buckets.Count < MaxBuckets && buckets.All(bucket => bucket.Region != region)))
            {
                buckets.Add(new SimulatedBucket(
                    region!.Value,
                    Text(parts[1], MaxName),
                    Text(parts[2], 64),
                    Text(parts[3], MaxPolicy),
                    parts.Count > 4 && Bits(parts[4]) is { } block ? block : BlockPublicAccess.AllOn,
                    parts.Count < 6 || parts[5].ValueKind != JsonValueKind.False));
            }
        }

        return buckets.ToImmutable();
    }

    private ImmutableSortedDictionary<string, BlockPublicAccess> Accounts(JsonElement root)
    {
        var accounts = ImmutableSortedDictionary.CreateBuilder<string, BlockPublicAccess>(StringComparer.Ordinal);
        foreach (var member in Members(root, "ac"))
        {
            if (Keep(AccountId.Parse(member.Name).IsValid && Bits(member.Value) is not null))
            {
                accounts[member.Name] = Bits(member.Value)!;
            }
        }

        return accounts.ToImmutable();
    }

    private ImmutableSortedDictionary<string, ImmutableArray<string>> Context(JsonElement element)
    {
        var context = SimulatedRequest.NoContext.ToBuilder();
        foreach (var member in Members(element, "c"))
        {
            if (
                Keep(
                    member.Name.Length is > 0 and <= MaxName
                        && member.Value.ValueKind == JsonValueKind.Array
                        && member.Value.GetArrayLength() <= MaxKeys))
            {
                context[member.Name] = [.. member.Value.EnumerateArray().Select(value => Text(value, MaxName))];
            }
        }

        return context.ToImmutable();
    }

    private IEnumerable<JsonElement> Items(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) && Keep(list.ValueKind == JsonValueKind.Array) ? list.EnumerateArray().Take(MaxKeys) : [];

    private IEnumerable<JsonProperty> Members(JsonElement root, string name) =>
        root.TryGetProperty(name, out var members) && Keep(members.ValueKind == JsonValueKind.Object)
            ? members.EnumerateObject().Take(MaxKeys)
            : [];

    private BlockPublicAccess? Block(JsonElement root, string name) => root.TryGetProperty(name, out var bits) ? Bits(bits) : null;

    private BlockPublicAccess? Bits(JsonElement element) =>
        Keep(element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var bits) && bits is >= 0 and <= 15)
            ? BlockBits.Read(element.GetInt32())
            : null;

    private string Text(JsonElement root, string name, int most) =>
        root.TryGetProperty(name, out var value) ? Text(value, most) : string.Empty;

    private string Text(JsonElement value, int most) =>
        Keep(value.ValueKind == JsonValueKind.String && value.GetString()!.Length <= most)
            ? value.GetString()!.ReplaceLineEndings("\n")
            : string.Empty;

    private bool Keep(bool makesSense)
    {
        HasDropped |= !makesSense;
        return makesSense;
    }
}
