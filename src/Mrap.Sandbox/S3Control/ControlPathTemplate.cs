namespace Mrap.Sandbox.S3Control;

/// <summary>
/// A path of S3 Control, with at most one name in it. Names are greedy: an ARN may come with its slashes and colons raw or
/// percent-encoded.
/// </summary>
internal sealed record ControlPathTemplate
{
    private const string Version = "/v20180820";
    private const string Name = "{name+}";

    private readonly string _before;
    private readonly string? _behind;

    /// <summary>Reads a template such as <c>/mrap/instances/{name+}/routes</c>.</summary>
    public ControlPathTemplate(string text)
    {
        var at = text.IndexOf(Name, StringComparison.Ordinal);
        _before = Version + (at < 0 ? text : text[..at]);
        _behind = at < 0 ? null : text[(at + Name.Length)..];
    }

    /// <summary>How much of a path it spells out: of two that match, the one that spells out more is meant.</summary>
    public int Spelled => _before.Length + (_behind?.Length ?? 0);

    /// <summary>Reads a path.</summary>
    /// <param name="path">The path, decoded.</param>
    /// <returns>The name in it, empty when it has none; null when the path is another one.</returns>
    public string? Match(string path)
    {
        if (_behind is null)
        {
            return path.TrimEnd('/') == _before ? string.Empty : null;
        }

        if (
            path.Length <= Spelled
                || !path.StartsWith(_before, StringComparison.Ordinal)
                || !path.EndsWith(_behind, StringComparison.Ordinal))
        {
            return null;
        }

        var name = path[_before.Length..^_behind.Length];
        return name.AsSpan().Trim('/').IsEmpty ? null : name;
    }
}
