using System.Collections.Immutable;
using Mrap.Policy.Actions;
using Mrap.Policy.Text;

namespace Mrap.Aws.Drills;

/// <summary>Checks the shape of a drill file and remembers in which line each value stands.</summary>
internal sealed class DraftShape
{
    private readonly List<DrillFileFault> _faults = [];
    private readonly List<string> _misshapen = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the shape.</summary>
    public IEnumerable<DrillFileFault> Faults => _faults;

    /// <summary>Whether a value, or one that it is a part of, is of another shape than it should be.</summary>
    public bool IsMisshapen(string path) => _misshapen.Exists(
        found => found.Length == 0
            || (path.StartsWith(found, StringComparison.Ordinal) && (path.Length == found.Length || path[found.Length] is '.' or '[')));

    /// <summary>The line of a value, or of the nearest that it is a part of.</summary>
    public int LineOf(string path)
    {
        int line;
        while (!_lines.TryGetValue(path, out line) && path.LastIndexOfAny(['.', '[']) is var end and >= 0)
        {
            path = path[..end];
        }

        return Math.Max(1, line);
    }

    /// <summary>The values of a mapping with known keys.</summary>
    public DraftFields Fields(string path, YamlValue value, params ReadOnlySpan<string> keys)
    {
        var values = new Dictionary<string, YamlValue>(StringComparer.Ordinal);
        var fields = new DraftFields(path, values, this);
        foreach (var (key, found) in Mapping(path, value, $"must have keys such as `{keys[0]}`"))
        {
            if (!keys.Contains(key.Text!))
            {
                var meant = EditDistance.Nearest(key.Text!, keys.ToArray());
                var hint = meant is null ? $"one of {List(keys)}" : $"did you mean `{meant}`?";
                Add(key.Line, path, $"has the unknown key {DisplayText.Quote(key.Text)}: {hint}");
            }
            else if (!values.TryAdd(key.Text!, found))
            {
                Add(key.Line, path, $"has the key `{key.Text}` twice");
            }
            else
            {
                _lines[fields.PathOf(key.Text!)] = key.Line;
            }
        }

        return fields;
    }

    /// <summary>The keys and values of a mapping with any keys, which may come twice.</summary>
    public ImmutableArray<(YamlValue.Scalar Key, YamlValue Value)> Entries(string path, YamlValue value)
    {
        var entries = Mapping(path, value, "must have names with a value each");
        foreach (var (i, (key, _)) in entries.Index())
        {
            _lines[$"{path}[{i}]"] = key.Line;
        }

        return entries;
    }

    /// <summary>The items of a list.</summary>
    public ImmutableArray<YamlValue> Items(string path, YamlValue value)
    {
        if (value is not YamlValue.Sequence { Items: var items })
        {
            Refuse(value.Line, path, "must be a list, each item after a `-`");
            return [];
        }

        foreach (var (i, item) in items.Index())
        {
            _lines[$"{path}[{i}]"] = item.Line;
        }

        return items;
    }

    /// <summary>A single value; null when nothing is written.</summary>
    public string? Text(string path, YamlValue value)
    {
        if (value is YamlValue.Scalar scalar)
        {
            return scalar.Text;
        }

        Refuse(value.Line, path, "must be a single value");
        return null;
    }

    private static string List(ReadOnlySpan<string> keys) => string.Join(", ", keys.ToArray().Select(key => $"`{key}`"));

    private ImmutableArray<(YamlValue.Scalar Key, YamlValue Value)> Mapping(string path, YamlValue value, string expectation)
    {
        if (value is YamlValue.Mapping { Entries: var entries })
        {
            return entries;
        }

        Refuse(value.Line, path, expectation);
        return [];
    }

    private void Refuse(int line, string path, string text)
    {
        _misshapen.Add(path);
        Add(line, path, text);
    }

    private void Add(int line, string path, string text) =>
        _faults.Add(new DrillFileFault(line, path.Length == 0 ? $"the file {text}" : $"{path} {text}"));
}
