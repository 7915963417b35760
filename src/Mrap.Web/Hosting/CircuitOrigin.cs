namespace Mrap.Web.Hosting;

/// <summary>
/// Keeps the circuits of the console to its own pages. A browser lets any page open a WebSocket to any host and only tells where it comes
/// from, so a foreign page could begin a circuit with the console that the person has open.
/// </summary>
public static class CircuitOrigin
{
    private const string Circuits = "/_blazor";

    /// <summary>Refuses requests of foreign pages to the circuits' endpoints with 403.</summary>
    public static IApplicationBuilder UseCircuitOrigin(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(Circuits, StringComparison.OrdinalIgnoreCase) || IsOwn(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    // Clients that are no browsers send neither header, and have no cookies or session of a person to misuse.
    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none"))
        {
            return false;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (
                Uri.TryCreate(origin, UriKind.Absolute, out var from)
                    && from.Scheme is "http" or "https"
                    && from.Authority.Equals(Authority(request, from.Scheme), StringComparison.OrdinalIgnoreCase));
    }

    // As Uri writes it: without the port that the scheme implies.
    private static string? Authority(HttpRequest request, string scheme) =>
        Uri.TryCreate($"{scheme}://{request.Host.Value}", UriKind.Absolute, out var own) ? own.Authority : null;
}
