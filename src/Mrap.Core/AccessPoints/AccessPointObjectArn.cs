using System.Text;
using Mrap.Policy.Text;

namespace Mrap.Core.AccessPoints;

/// <summary>
/// The ARN of an object, or of a pattern of objects, behind an access point: <c>{ARN}/object/{key}</c> (AWS page "Using Multi-Region Access
/// Points with supported API operations").
/// </summary>
/// <remarks>
/// The key is everything after the first <c>/object/</c> that follows the alias: it may hold slashes, colons and <c>.mrap/</c>.
/// </remarks>
public readonly record struct AccessPointObjectArn
{
    /// <summary>The most bytes of a key in UTF-8.</summary>
    public const int MaxKeyBytes = 1024;

    private const string Separator = "/object/";

    private readonly string? _key;

    private AccessPointObjectArn(AccessPointArn accessPoint, string key)
    {
        AccessPoint = accessPoint;
        _key = key;
    }

    /// <summary>The access point.</summary>
    public AccessPointArn AccessPoint { get; }

    /// <summary>The key, 1 to 1,024 bytes in UTF-8; in a policy it may hold wildcards. Empty for the default value.</summary>
    public string Key => _key ?? string.Empty;

    /// <summary>Names an object.</summary>
    /// <returns>The ARN or the broken rule.</returns>
    public static Parsed<AccessPointObjectArn> Create(AccessPointArn accessPoint, string key) =>
        key.Length is > 0 and <= MaxKeyBytes && Encoding.UTF8.GetByteCount(key) <= MaxKeyBytes
            ? Parsed.Ok<AccessPointObjectArn>(new AccessPointObjectArn(accessPoint, key))
            : Parsed.Failed<AccessPointObjectArn>("must name a key of 1 to 1,024 bytes");

    /// <summary>Reads an object ARN in either spelling of the access point.</summary>
    /// <returns>The ARN or the broken rules.</returns>
    public static Parsed<AccessPointObjectArn> Parse(string? text)
    {
        var at = text?.IndexOf(Separator, StringComparison.Ordinal) ?? -1;
        if (at < 0)
        {
            return Parsed.Failed<AccessPointObjectArn>(
                "must look like `arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap/object/KEY`");
        }

        var accessPoint = AccessPointArn.Parse(text![..at]);
        return accessPoint.TryGet(out var arn)
            ? Create(arn, text[(at + Separator.Length)..])
            : Parsed.Failed<AccessPointObjectArn>(accessPoint.Faults);
    }

    /// <summary>The ARN in its canonical spelling.</summary>
    /// <returns>Such as <c>arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap/object/a/b.txt</c>.</returns>
    public override string ToString() => $"{AccessPoint}{Separator}{Key}";
}
