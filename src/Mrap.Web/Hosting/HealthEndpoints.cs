using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Mrap.Web.Hosting;

/// <summary>
/// Where orchestrators ask: <c>/health/live</c>, whether the process answers, and <c>/health/ready</c>, whether it can work.
/// </summary>
public static class HealthEndpoints
{
    /// <summary>Maps them, and <c>/healthz</c>, which says the same as <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/health/ready");
        endpoints.MapHealthChecks("/healthz");
    }
}
