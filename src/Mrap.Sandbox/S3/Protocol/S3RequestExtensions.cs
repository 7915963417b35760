using System.Globalization;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Protocol;

/// <summary>Reads headers and query parameters of a request.</summary>
internal static class S3RequestExtensions
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

    /// <summary>Reads a number that a client may give, 0 to 2,147,483,647.</summary>
    /// <param name="name">What it is called, for the error.</param>
    /// <param name="text">Its text; null or empty when it is not given.</param>
    /// <param name="otherwise">What it is when it is not given.</param>
    /// <exception cref="ServiceException">It is no such number.</exception>
    public static int Number(string name, string? text, int otherwise)
    {
        if (string.IsNullOrEmpty(text))
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw S3Errors.InvalidArgument($"Argument {name} must be an integer between 0 and 2147483647", name, text);
    }

    /// <summary>The token that ends when the client goes away.</summary>
    public static CancellationToken Aborted(this S3Request request) => request.Http.RequestAborted;
}
