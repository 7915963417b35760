using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>GetObject and HeadObject.</summary>
internal sealed class GetObject(ObjectLookup lookup) : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("GetObject", "GET", S3Scope.Object)
        {
            Actions = ObjectActions.ByVersion("s3:GetObject", "s3:GetObjectVersion"),
            IsForAccessPoints = true,
            Family = RequestFamily.Get,
            Handler = new S3Handler.Permitted((request, bucket) => AnswerAsync(request, bucket, withBody: true)),
        },
        new("HeadObject", "HEAD", S3Scope.Object)
        {
            Actions = ObjectActions.ByVersion("s3:GetObject", "s3:GetObjectVersion"),
            IsForAccessPoints = true,
            Family = RequestFamily.Head,
            Handler = new S3Handler.Permitted((request, bucket) => AnswerAsync(request, bucket, withBody: false)),
        },
    ];

    private Task AnswerAsync(S3Request request, BucketRecord bucket, bool withBody)
    {
        var version = lookup.Require(request, bucket);
        var response = request.Http.Response;
        switch (ReadCondition.OfRead(request).Decide(version.ETag, version.LastModified))
        {
            case ReadConditionOutcome.IfMatchFailed:
                throw S3Errors.PreconditionFailed("If-Match");
            case ReadConditionOutcome.IfUnmodifiedSinceFailed:
                throw S3Errors.PreconditionFailed("If-Unmodified-Since");
            case ReadConditionOutcome.NotModified:
                ObjectHeaders.WriteValidators(response.Headers, bucket, version);
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            case ReadConditionOutcome.Holds:
            default:
                break;
        }

        // whatever can be refused is refused before the first header is written
        var overrides = HeaderOverrides.Read(request);
        var part = PartSelection.Read(request, version);
        var range = part?.Range ?? RequestedRange(request, version);
        ObjectHeaders.WriteAll(request, bucket, version, overrides);
        WriteChecksums(request, version, part, range);
        if (part is { Count: > 0 })
        {
            response.Headers["x-amz-mp-parts-count"] = part.Count.ToString(CultureInfo.InvariantCulture);
        }

        if (range is { } wanted)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = wanted.ContentRange(version.Size);
        }
        else
        {
            response.StatusCode = StatusCodes.Status200OK;
        }

        var (offset, length) = range is { } r ? (r.Offset, r.Length) : (0, version.Size);
        response.ContentLength = length;
        return withBody && length > 0
            ? request.Store.CopyToAsync(version, offset, length, response.Body, request.Aborted())
            : Task.CompletedTask;
    }

    private static ByteRange? RequestedRange(S3Request request, ObjectVersion version)
    {
        var headers = request.Http.Request.Headers;
        if (headers.Range.Count == 0 || !IsCurrent(headers.IfRange.ToString(), version))
        {
            return null;
        }

        var header = headers.Range.ToString();
        var outcome = ByteRange.Read(header, version.Size);
        return outcome.IsSatisfiable ? outcome.Range : throw S3Errors.InvalidRange(header, version.Size);
    }

    private static bool IsCurrent(string ifRange, ObjectVersion version)
    {
        if (ifRange.Length == 0)
        {
            return true;
        }

        return HttpDate.Parse(ifRange) is { } date
            ? version.LastModified.ToUnixTimeSeconds() == date.ToUnixTimeSeconds()
            : ETags.Names(ifRange, version.ETag);
    }

    private static void WriteChecksums(S3Request request, ObjectVersion version, PartSelection? part, ByteRange? range)
    {
        if (!string.Equals(request.Header("x-amz-checksum-mode"), "ENABLED", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (part is not null)
        {
            ObjectHeaders.WriteChecksums(request.Http.Response.Headers, part.Checksums);
        }
        else if (range is null)
        {
            ObjectHeaders.WriteChecksums(request.Http.Response.Headers, version.Checksums);
        }
    }
}
