using System.Text;
using Mrap.Aws.Requests;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Web.Navigation;

/// <summary>A request to try, as its address says it. The same address makes the same request.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Key">The key, or the prefix of a list.</param>
/// <param name="Vantage">Where the client stands.</param>
/// <param name="Body">The text to put; empty for the other verbs.</param>
public sealed record RequestForm(ObjectVerb Verb, string Key, Vantage Vantage, string Body) : IPageState<RequestForm>
{
    /// <summary>A longer text is sent, but does not fit in an address.</summary>
    public const int MaxLinkedBody = 1000;

    /// <inheritdoc/>
    public static RequestForm FromQuery(PageQuery query)
    {
        var verb = query.Name<ObjectVerb>("op", "list, get, head, put or delete") ?? ObjectVerb.List;
        return new(
            verb,
            query.Text("key", AccessPointObjectArn.MaxKeyBytes) ?? string.Empty,
            query.Vantage("vantage") ?? VantageCatalog.Find(RegionCatalog.Default.Value)!,
            verb == ObjectVerb.Put ? query.Text("body", MaxLinkedBody, isMultiline: true) ?? string.Empty : string.Empty);
    }

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
    [
        ("op", PageQuery.NameOf(Verb)),
        ("key", Key),
        ("vantage", Vantage.Id),
        ("body", Verb == ObjectVerb.Put && Body.Length <= MaxLinkedBody ? Body : null),
    ];

    /// <summary>The address of this request.</summary>
    public string Url(AccessPointName name) => ConsoleUrls.WithQuery(ConsoleUrls.AccessPoint(name, AccessPointTab.Requests), ToQuery());

    /// <summary>What must be mended before it can be sent; null when nothing must.</summary>
    public string? Fault => Verb switch
    {
        ObjectVerb.List => null,
        _ when Key.Length == 0 => "Give the key of an object.",
        _ when Encoding.UTF8.GetByteCount(Key) > AccessPointObjectArn.MaxKeyBytes => "A key has at most 1,024 bytes.",
        _ => null,
    };

    /// <summary>The request for the service.</summary>
    public ObjectRequest For(AccessPoint accessPoint, ReadOnlyMemory<byte>? file, string? contentType) => new(
        accessPoint,
        Verb,
        Key,
        Vantage.Id,
        Verb == ObjectVerb.Put ? file ?? Encoding.UTF8.GetBytes(Body) : default,
        Verb == ObjectVerb.Put ? contentType ?? "text/plain; charset=utf-8" : null,
        MaxKeys: 1000);
}
