using Mrap.Policy.Text;

namespace Mrap.Policy.Arns;

/// <summary>
/// An Amazon Resource Name: the six fields `arn:partition:service:region:account:resource` (IAM User Guide, "Amazon Resource Names
/// (ARNs)").
/// </summary>
/// <remarks>
/// Any field behind the first may be empty or a pattern: what a service asks of its own ARNs is for the types built on this one. Fields are
/// views of the text, reading one allocates nothing. The default value has no text and six empty fields.
/// </remarks>
public readonly struct Arn : IEquatable<Arn>
{
    private readonly string? _text;
    private readonly int _service;
    private readonly int _region;
    private readonly int _account;
    private readonly int _resource;

    private Arn(string text, int service, int region, int account, int resource)
    {
        _text = text;
        _service = service;
        _region = region;
        _account = account;
        _resource = resource;
    }

    /// <summary>The partition, such as `aws`.</summary>
    public ReadOnlySpan<char> Partition => Field(ArnFields.Prefix.Length, _service);

    /// <summary>The service, such as `s3`.</summary>
    public ReadOnlySpan<char> Service => Field(_service, _region);

    /// <summary>The Region; empty for what belongs to none.</summary>
    public ReadOnlySpan<char> Region => Field(_region, _account);

    /// <summary>The account that owns the resource; empty where the name is unique without it, as with buckets.</summary>
    public ReadOnlySpan<char> Account => Field(_account, _resource);

    /// <summary>Everything behind the fifth colon, further colons included.</summary>
    public ReadOnlySpan<char> Resource => _text.AsSpan(_resource);

    /// <summary>Whether two ARNs are the same text.</summary>
    public static bool operator ==(Arn left, Arn right) => left.Equals(right);

    /// <summary>Whether two ARNs are different texts.</summary>
    public static bool operator !=(Arn left, Arn right) => !left.Equals(right);

    /// <summary>Reads an ARN: a text that starts with `arn:` and has six fields; a sixth field may hold colons.</summary>
    /// <returns>The ARN or the broken rule.</returns>
    public static Parsed<Arn> Parse(string? text)
    {
        if (text is null || !text.StartsWith(ArnFields.Prefix, StringComparison.Ordinal))
        {
            return NoArn.Result;
        }

        var service = ArnFields.Next(text, ArnFields.Prefix.Length);
        var region = ArnFields.Next(text, service);
        var account = ArnFields.Next(text, region);
        var resource = ArnFields.Next(text, account);
        return resource < 0 ? NoArn.Result : Parsed.Ok<Arn>(new Arn(text, service, region, account, resource));
    }

    /// <inheritdoc/>
    public bool Equals(Arn other) => _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Arn other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    /// <summary>The text as it was read.</summary>
    public override string ToString() => _text ?? string.Empty;

    // a field goes up to the colon before the next one
    private ReadOnlySpan<char> Field(int start, int next) => _text is null ? default : _text.AsSpan(start, next - 1 - start);

    // made once: texts that are no ARN are read as often as ARNs are
    private static class NoArn
    {
        public static readonly Parsed<Arn> Result =
            Parsed.Failed<Arn>("must have the six fields `arn:partition:service:region:account:resource`");
    }
}
