namespace Mrap.Aws.Drills;

/// <summary>The keys of one mapping and their values.</summary>
/// <param name="path">Where the mapping stands; empty for the whole text.</param>
internal sealed class DraftFields(string path, IReadOnlyDictionary<string, YamlValue> values, DraftShape shape)
{
    /// <summary>The path of a key.</summary>
    public string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>Whether the key is there, with a value or without.</summary>
    public bool Has(string key) => values.ContainsKey(key);

    /// <summary>The value of a key; null when the key is missing or nothing is written behind it.</summary>
    public YamlValue? Find(string key) =>
        values.TryGetValue(key, out var value) && value is not YamlValue.Scalar { Text: null } ? value : null;

    /// <summary>The text of a key; null when it has none.</summary>
    public string? Text(string key) => values.TryGetValue(key, out var value) ? shape.Text(PathOf(key), value) : null;
}
