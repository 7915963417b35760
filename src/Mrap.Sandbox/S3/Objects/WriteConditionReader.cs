using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>Reads the preconditions of writes and turns their outcomes into answers (AWS page "Conditional writes").</summary>
internal static class WriteConditionReader
{
    /// <summary>Reads <c>If-Match</c> and <c>If-None-Match</c>.</summary>
    /// <exception cref="ServiceException">If-None-Match names a tag, which S3 does not serve.</exception>
    public static WriteCondition Read(S3Request request)
    {
        var headers = request.Http.Request.Headers;
        var hasNoneMatch = headers.IfNoneMatch.Count > 0;
        if (hasNoneMatch && headers.IfNoneMatch.ToString().Trim() != "*")
        {
            throw S3Errors.HeaderNotImplemented("If-None-Match");
        }

        var ifMatch = headers.IfMatch.Count > 0 ? ETags.Unquote(headers.IfMatch.ToString()) : null;
        return ifMatch is null && !hasNoneMatch ? WriteCondition.None : new WriteCondition(ifMatch, hasNoneMatch);
    }

    /// <summary>The version that was written.</summary>
    /// <exception cref="ServiceException">Nothing was written.</exception>
    public static ObjectVersion Written(S3Request request, PutOutcome outcome, WriteCondition condition, string key) => outcome switch
    {
        PutOutcome.Written written => written.Version,
        PutOutcome.NoSuchBucket => throw S3Errors.NoSuchBucket(request.BucketText),
        PutOutcome.NoSuchUpload => throw S3Errors.NoSuchUpload(request.Query("uploadId") ?? string.Empty),
        PutOutcome.NoSuchKey => throw S3Errors.NoSuchKey(key),
        PutOutcome.PreconditionFailed => throw S3Errors.PreconditionFailed(condition.IfNoneMatch ? "If-None-Match" : "If-Match"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
