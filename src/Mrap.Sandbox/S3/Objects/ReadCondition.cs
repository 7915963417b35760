using Mrap.Sandbox.S3.Protocol;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>The preconditions of a read.</summary>
/// <param name="IfMatch">Tags of which the object must have one.</param>
/// <param name="IfNoneMatch">Tags of which the object must have none.</param>
/// <param name="IfModifiedSince">The object must be newer.</param>
/// <param name="IfUnmodifiedSince">The object must not be newer.</param>
internal readonly record struct ReadCondition(
    string? IfMatch, string? IfNoneMatch, DateTimeOffset? IfModifiedSince, DateTimeOffset? IfUnmodifiedSince)
{
    /// <summary>Reads the preconditions of a GET or HEAD; dates that are malformed do not count.</summary>
    public static ReadCondition OfRead(S3Request request)
    {
        var headers = request.Http.Request.Headers;
        return new(
            headers.IfMatch.Count == 0 ? null : headers.IfMatch.ToString(),
            headers.IfNoneMatch.Count == 0 ? null : headers.IfNoneMatch.ToString(),
            headers.IfModifiedSince.Count == 0 ? null : HttpDate.Parse(headers.IfModifiedSince.ToString()),
            headers.IfUnmodifiedSince.Count == 0 ? null : HttpDate.Parse(headers.IfUnmodifiedSince.ToString()));
    }

    /// <summary>Reads the preconditions that a copy puts on its source.</summary>
    public static ReadCondition OfCopySource(S3Request request) => new(
        request.Header("x-amz-copy-source-if-match"),
        request.Header("x-amz-copy-source-if-none-match"),
        HttpDate.Parse(request.Header("x-amz-copy-source-if-modified-since")),
        HttpDate.Parse(request.Header("x-amz-copy-source-if-unmodified-since")));

    /// <summary>Decides in the order of RFC 9110 section 13.2.2, as S3 does.</summary>
    /// <param name="eTag">The tag of the object, without quotes.</param>
    /// <param name="lastModified">When the object was written; fractions of a second do not count.</param>
    public ReadConditionOutcome Decide(string eTag, DateTimeOffset lastModified)
    {
        var modified = lastModified.ToUnixTimeSeconds();
        if (IfMatch is not null)
        {
            if (!ETags.Names(IfMatch, eTag))
            {
                return ReadConditionOutcome.IfMatchFailed;
            }
        }
        else if (IfUnmodifiedSince is { } until && modified > until.ToUnixTimeSeconds())
        {
            return ReadConditionOutcome.IfUnmodifiedSinceFailed;
        }

        if (IfNoneMatch is not null)
        {
            return ETags.Names(IfNoneMatch, eTag) ? ReadConditionOutcome.NotModified : ReadConditionOutcome.Holds;
        }

        return IfModifiedSince is { } since && modified <= since.ToUnixTimeSeconds()
            ? ReadConditionOutcome.NotModified
            : ReadConditionOutcome.Holds;
    }
}
