using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Mrap.Sandbox.Observation;

/// <summary>
/// A span for each request, where somebody listens to the source <c>Mrap.Sandbox</c> (OpenTelemetry, "Semantic conventions for AWS SDK"
/// and "HTTP spans").
/// </summary>
internal static class RequestTracing
{
    /// <summary>The name of the source and of the meter.</summary>
    public const string Name = "Mrap.Sandbox";

    private static readonly ActivitySource s_source = new(Name);

    /// <summary>Begins the span of a request, below the one that its <c>traceparent</c> names.</summary>
    /// <returns>The span; null when nobody listens.</returns>
    public static Activity? Begin(HttpRequest request)
    {
        if (!s_source.HasListeners())
        {
            return null;
        }

        return ActivityContext.TryParse(request.Headers.TraceParent.ToString(), request.Headers.TraceState.ToString(), out var parent)
            ? s_source.StartActivity("request", ActivityKind.Server, parent)
            : s_source.StartActivity("request", ActivityKind.Server);
    }

    /// <summary>Ends the span with what became known of the request. Keys of objects are in it, secrets are not.</summary>
    public static void End(Activity activity, RequestObserved request)
    {
        activity.DisplayName = $"{request.Service?.ToString() ?? "unknown"}.{request.Operation ?? request.Method}";
        activity.SetTag("rpc.system", "aws-api");
        activity.SetTag("rpc.service", request.Service?.ToString());
        activity.SetTag("rpc.method", request.Operation);
        activity.SetTag("http.request.method", request.Method);
        activity.SetTag("http.response.status_code", request.Status);
        activity.SetTag("aws.request_id", request.RequestId);
        activity.SetTag("cloud.region", request.Region);
        activity.SetTag("aws.s3.bucket", request.Bucket);
        activity.SetTag("aws.s3.key", request.Key);
        activity.SetTag("mrap.access_point", request.AccessPoint);
        activity.SetTag("mrap.vantage", request.Vantage);
        activity.SetTag("error.type", request.ErrorCode);
        activity.SetStatus(
            request.Status >= StatusCodes.Status500InternalServerError ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        activity.Dispose();
    }
}
