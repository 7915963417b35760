using Mrap.Sandbox.Identity;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>Reads the <c>response-*</c> parameters, with which a signed read chooses headers of its answer.</summary>
internal static class HeaderOverrides
{
    private static readonly string[] s_names =
        ["content-type", "content-language", "expires", "cache-control", "content-disposition", "content-encoding"];

    /// <summary>Reads the parameters.</summary>
    /// <returns>The headers to answer with.</returns>
    /// <exception cref="ServiceException">Nobody signed the request, or a value does not fit in a header.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(S3Request request)
    {
        if (!request.Http.Request.QueryString.HasValue)
        {
            return [];
        }

        List<KeyValuePair<string, string>>? overrides = null;
        foreach (var name in s_names)
        {
            if (request.Query("response-" + name) is not { Length: > 0 } value)
            {
                continue;
            }

            if (request.Caller is Caller.Anonymous)
            {
                throw ServiceErrors.InvalidRequest("Request specific response headers cannot be used for anonymous GET requests.");
            }

            if (!HeaderText.IsPlain(value))
            {
                throw S3Errors.InvalidArgument("Header value cannot be represented using ISO-8859-1.", "response-" + name, value);
            }

            (overrides ??= []).Add(new(name, value));
        }

        return overrides ?? (IReadOnlyList<KeyValuePair<string, string>>)[];
    }
}
