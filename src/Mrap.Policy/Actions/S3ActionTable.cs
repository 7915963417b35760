using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Mrap.Policy.Matching.Patterns;

namespace Mrap.Policy.Actions;

/// <summary>The table of actions as the assembly carries it, with its indexes.</summary>
internal sealed class S3ActionTable
{
    private const string Resource = "s3-actions.json";

    private S3ActionTable(JsonElement root)
    {
        ConditionKeys = [.. root.GetProperty("conditionKeys").EnumerateArray().Select(ReadKey)];
        ResourceTypes = [
            .. root.GetProperty("resourceTypes")
            .EnumerateArray()
            .Select(row => new ResourceTypeEntry(Text(row, "name"), Text(row, "arn"), Texts(row, "keys")))];
        var types = ResourceTypes.ToDictionary(type => type.Name);
        var requestKeys = Texts(root, "requestKeys");
        Actions =
        [
            .. root.GetProperty("actions").EnumerateArray()
                .Select(row => ReadAction(row, types, requestKeys))
                .OrderBy(action => action.Name, StringComparer.Ordinal),
        ];
        FoldedNames = [.. Actions.Select(action => ActionPattern.Fold(action.Name))];
        ActionsByName = Actions.ToFrozenDictionary(action => action.Name, StringComparer.OrdinalIgnoreCase);
        KeysByName = ConditionKeys.Where(key => !key.IsTag).ToFrozenDictionary(key => key.Name, StringComparer.OrdinalIgnoreCase);
        TagKeysByStem = ConditionKeys.Where(key => key.IsTag).ToFrozenDictionary(key => key.Stem, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The table, read on first use.</summary>
    public static S3ActionTable Current { get; } = Read();

    /// <summary>The actions in ordinal order.</summary>
    public ImmutableArray<ActionEntry> Actions { get; }

    /// <summary>The names of the actions as patterns compare them, in the order of <see cref="Actions"/>.</summary>
    public ImmutableArray<string> FoldedNames { get; }

    /// <summary>The resource types.</summary>
    public ImmutableArray<ResourceTypeEntry> ResourceTypes { get; }

    /// <summary>The condition keys.</summary>
    public ImmutableArray<ConditionKeyEntry> ConditionKeys { get; }

    /// <summary>Actions by name without case.</summary>
    public FrozenDictionary<string, ActionEntry> ActionsByName { get; }

    /// <summary>Condition keys by name without case, those completed by a tag's key apart.</summary>
    public FrozenDictionary<string, ConditionKeyEntry> KeysByName { get; }

    /// <summary>Condition keys that are completed by a tag's key, by what stands before it.</summary>
    public FrozenDictionary<string, ConditionKeyEntry> TagKeysByStem { get; }

    private static S3ActionTable Read()
    {
        using var stream = typeof(S3ActionTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the assembly carries no table `{Resource}`");
        using var document = JsonDocument.Parse(stream);
        return new S3ActionTable(document.RootElement);
    }

    private static ActionEntry ReadAction(
        JsonElement row, Dictionary<string, ResourceTypeEntry> types, ImmutableArray<string> requestKeys) => new(
        "s3:" + Text(row, "name"),
        Enum.Parse<AccessLevel>(Text(row, "level")),
        [.. Texts(row, "resources").Select(type => ReadResource(type, types))],
        [.. Texts(row, "keys").SelectMany(key => key == "request" ? requestKeys : [key])],
        Texts(row, "needs"));

    private static ActionResource ReadResource(string written, Dictionary<string, ResourceTypeEntry> types)
    {
        var isRequired = !written.EndsWith('?');
        var type = isRequired ? written : written[..^1];
        return new ActionResource(type, isRequired, types[type].ConditionKeys);
    }

    private static ConditionKeyEntry ReadKey(JsonElement row)
    {
        var type = Text(row, "type");
        return new ConditionKeyEntry(
            Text(row, "name"),
            type switch
            {
                "String" or "ArrayOfString" => ConditionKeyType.String,
                "Numeric" => ConditionKeyType.Numeric,
                "Date" => ConditionKeyType.Date,
                "Bool" => ConditionKeyType.Bool,
                "IPAddress" => ConditionKeyType.IpAddress,
                "ARN" => ConditionKeyType.Arn,
                _ => throw new InvalidOperationException($"the table has a condition key of type `{type}`"),
            },
            row.TryGetProperty("global", out _),
            type == "ArrayOfString");
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static ImmutableArray<string> Texts(JsonElement row, string name) =>
        row.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
}
