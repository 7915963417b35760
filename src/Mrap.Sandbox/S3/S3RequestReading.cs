namespace Mrap.Sandbox.S3;

/// <summary>Reads headers and query parameters of a request.</summary>
internal static class S3RequestReading
{
    /// <summary>A header, several of one name joined by commas; null when there is none.</summary>
    public static string? Header(this S3Request request, string name)
    {
        var values = request.Http.Request.Headers[name];
        return values.Count == 0 ? null : values.ToString();
    }

    /// <summary>A query parameter; null when there is none, empty when it has no value.</summary>
    public static string? Query(this S3Request request, string name) =>
        request.Http.Request.QueryString.HasValue && request.Http.Request.Query.TryGetValue(name, out var values)
            ? values.Count > 0 ? values[0] ?? string.Empty : string.Empty
            : null;

    /// <summary>The token that ends when the client goes away.</summary>
    public static CancellationToken Aborted(this S3Request request) => request.Http.RequestAborted;
}
