using Mrap.Web.Circuit;

namespace Mrap.Web.Hosting;

/// <summary>Headers that keep the console's pages to their own origin.</summary>
public static class SecurityHeaders
{
    /// <summary>
    /// Adds the headers to every answer. Styles may be inline, because MudBlazor's theme provider and positioned
    /// elements write them; scripts may not, but for those that carry the answer's nonce.
    /// </summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var nonce = context.RequestServices.GetRequiredService<CspNonce>();
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(nonce.Value);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        return next(context);
    });

    /// <summary>The policy: nothing from another origin.</summary>
    public static string Policy(string nonce) =>
        $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
}
