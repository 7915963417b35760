using System.Buffers;
using Mrap.Policy.Text;

namespace Mrap.Core.AccessPoints;

/// <summary>
/// The generated, globally unique alias of an access point, such as <c>mfzwi23gnjvgw.mrap</c> (AWS page "MultiRegionAccessPointReport").
/// </summary>
public readonly record struct AccessPointAlias
{
    /// <summary>What every alias ends with.</summary>
    public const string Suffix = ".mrap";

    /// <summary>The most characters of an alias, suffix included.</summary>
    public const int MaxLength = 63;

    /// <summary>The host of the global data plane, to which an alias is prefixed.</summary>
    public const string GlobalHost = "accesspoint.s3-global.amazonaws.com";

    private const int GeneratedLength = 13;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> s_allowed = SearchValues.Create(Alphabet);

    private readonly string? _value;

    private AccessPointAlias(string value) => _value = value;

    /// <summary>The alias with its suffix; empty for the default value.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The host name clients send requests to.</summary>
    public string HostName => $"{Value}.{GlobalHost}";

    /// <summary>Reads an alias: a lower-case letter, then lower-case letters and digits, then <c>.mrap</c>.</summary>
    /// <returns>The alias or the broken rule.</returns>
    public static Parsed<AccessPointAlias> Parse(string? text)
    {
        if (text is null || !text.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return Parsed.Failed<AccessPointAlias>("must end with `.mrap`");
        }

        var label = text.AsSpan(0, text.Length - Suffix.Length);
        if (label.IsEmpty || text.Length > MaxLength || !char.IsAsciiLetterLower(label[0]) || label.ContainsAnyExcept(s_allowed))
        {
            return Parsed.Failed<AccessPointAlias>($"`{DisplayText.Truncate(text)}` is not an alias such as `mfzwi23gnjvgw.mrap`");
        }

        return Parsed.Ok<AccessPointAlias>(new AccessPointAlias(text));
    }

    /// <summary>Makes an alias of the shape seen at AWS: <c>m</c> and twelve more characters.</summary>
    /// <param name="entropy">Twelve random bytes or more; the same bytes give the same alias.</param>
    /// <returns>The alias.</returns>
    /// <exception cref="ArgumentException">There are fewer than twelve bytes.</exception>
    public static AccessPointAlias Generate(ReadOnlySpan<byte> entropy)
    {
        if (entropy.Length < GeneratedLength - 1)
        {
            throw new ArgumentException("twelve bytes or more are needed", nameof(entropy));
        }

        Span<char> text = stackalloc char[GeneratedLength];
        text[0] = 'm';
        for (var i = 1; i < GeneratedLength; i++)
        {
            text[i] = Alphabet[entropy[i - 1] % Alphabet.Length];
        }

        return new AccessPointAlias(string.Concat(text, Suffix));
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
