using System.Collections.Frozen;
using System.Collections.Immutable;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Principals;
using Mrap.Policy.Text;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>The context of a simulation: what the call gives, and what a named caller shows of itself.</summary>
internal static class SimulationContext
{
    private const int MinName = 5;
    private const int MaxName = 256;
    private const string List = "List";

    private static readonly FrozenDictionary<string, MentionedKeyType> s_types = new Dictionary<string, MentionedKeyType>
    {
        ["string"] = MentionedKeyType.Text,
        ["numeric"] = MentionedKeyType.Number,
        ["boolean"] = MentionedKeyType.Boolean,
        ["ip"] = MentionedKeyType.IpAddress,
        ["binary"] = MentionedKeyType.Binary,
        ["date"] = MentionedKeyType.Date,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads the context.</summary>
    /// <param name="form">The parameters.</param>
    /// <param name="caller">The user that was named; null when none was.</param>
    /// <exception cref="ServiceException">An entry is not one.</exception>
    public static RequestContext Read(QueryForm form, Principal? caller) =>
        RequestContext.Create([.. Known(caller), .. form.Members("ContextEntries").Select(member => Entry(form, member))]);

    /// <summary>The keys that policies ask for and a context does not have.</summary>
    public static ImmutableArray<string> Missing(SimulationInput input)
    {
        var given = input.Context.Entries.Where(entry => !entry.Value.IsEmpty)
            .Select(entry => entry.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. KeysOf(input.Policies.Select(policy => policy.Compiled)).Where(key => !given.Contains(key))];
    }

    /// <summary>The keys that policies ask for, in the order of their texts.</summary>
    public static ImmutableArray<string> KeysOf(IEnumerable<CompiledPolicy> policies) =>
    [
        .. policies
            .SelectMany(
                policy =>
                    MentionedKeys.Of([policy])
                        .Select(key => key.Name)
                        .OrderBy(name => policy.Document.Source.Text.IndexOf(name, StringComparison.Ordinal)))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static IEnumerable<KeyValuePair<string, ImmutableArray<string>>> Known(Principal? caller)
    {
        if (caller?.Account is not { } account)
        {
            yield break;
        }

        yield return KeyValuePair.Create("aws:PrincipalArn", ImmutableArray.Create(caller.Text));
        yield return KeyValuePair.Create("aws:PrincipalAccount", ImmutableArray.Create(account));
        yield return KeyValuePair.Create("aws:PrincipalType", ImmutableArray.Create("User"));
        yield return KeyValuePair.Create("aws:username", ImmutableArray.Create(caller.Text[(caller.Text.LastIndexOf('/') + 1)..]));
    }

    private static KeyValuePair<string, ImmutableArray<string>> Entry(QueryForm form, string member)
    {
        var name = form.Optional(member + ".ContextKeyName") ?? throw SimulationFault.Invalid("A context entry has no ContextKeyName.");
        if (name.Length is < MinName or > MaxName)
        {
            throw QueryErrors.Validation(member + ".ContextKeyName", name, $"Member must have length between {MinName} and {MaxName}");
        }

        var values = form.List(member + ".ContextKeyValues");
        var type = form.Optional(member + ".ContextKeyType") ?? "string";
        var isList = type.EndsWith(List, StringComparison.Ordinal);
        if (!s_types.TryGetValue(isList ? type[..^List.Length] : type, out var kind))
        {
            throw QueryErrors.Validation(
                member + ".ContextKeyType", type,
                $"Member must satisfy enum value set: "
                    + $"[{string.Join(", ", KnownTypes())}]");
        }

        if (!isList && values.Length > 1)
        {
            throw SimulationFault.Invalid($"Context key {DisplayText.Truncate(name)} of type {type} has more than one value.");
        }

        foreach (var value in values)
        {
            if (!kind.Accepts(value))
            {
                throw SimulationFault.Invalid(
                    $"Context key {DisplayText.Truncate(name)} has the value {DisplayText.Truncate(value)}, which is not of type {type}.");
            }
        }

        return KeyValuePair.Create(name, values);
    }

    private static IEnumerable<string> KnownTypes() =>
        s_types.Keys.Order(StringComparer.Ordinal).SelectMany(known => new[] { known, known + List });
}
