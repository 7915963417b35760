using System.Security.Cryptography;
using System.Text;
using Mrap.Core.Maps;

namespace Mrap.Web.Hosting;

/// <summary>The land of the world as an SVG file that every map refers to. Natural Earth, public domain.</summary>
public static class LandFile
{
    private const string Path = "/map/land.svg";

    private static readonly byte[] s_content = Encoding.UTF8.GetBytes(
        $"""<svg xmlns="http://www.w3.org/2000/svg"><defs><path id="graticule" d="{LandOutline.GraticulePath}"/>"""
            + $"""<path id="land" fill-rule="evenodd" d="{LandOutline.LandPath}"/>"""
            + $"""<path id="borders" d="{LandOutline.BorderPath}"/></defs></svg>""");

    /// <summary>The address; it changes with the content, which may therefore be kept for ever.</summary>
    public static string Url { get; } = $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(s_content).AsSpan(0, 8))}";

    /// <summary>Serves it.</summary>
    public static void MapLandFile(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, Get);

    private static IResult Get(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(s_content, "image/svg+xml");
    }
}
