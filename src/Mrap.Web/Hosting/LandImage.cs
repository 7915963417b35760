using System.Security.Cryptography;
using System.Text;
using Mrap.Core.Maps;

namespace Mrap.Web.Hosting;

/// <summary>The land around one middle, as an SVG file.</summary>
internal sealed class LandImage
{
    // A stroke keeps its width however near the map is looked at; what refers to the file cannot say so.
    private const string Still = "vector-effect=\"non-scaling-stroke\"";

    private readonly byte[] _content;

    public LandImage(string path, MapCentre centre)
    {
        var outline = LandOutline.Around(centre);
        Path = path;
        _content = Encoding.UTF8.GetBytes(
            $"""<svg xmlns="http://www.w3.org/2000/svg"><defs><path id="graticule" {Still} d="{LandOutline.GraticulePath}"/>"""
                + $"""<path id="land" {Still} fill-rule="evenodd" d="{outline.LandPath}"/>"""
                + $"""<path id="borders" {Still} d="{outline.BorderPath}"/></defs></svg>""");
        Url = $"{path}?v={Convert.ToHexStringLower(SHA256.HashData(_content).AsSpan(0, 8))}";
    }

    public string Path { get; }

    /// <summary>The address; it changes with the content, which may therefore be kept for ever.</summary>
    public string Url { get; }

    public IResult Get(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(_content, "image/svg+xml");
    }
}
