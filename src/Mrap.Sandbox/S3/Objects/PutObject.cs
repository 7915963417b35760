using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>PutObject.</summary>
internal sealed class PutObject : IS3Operations
{
    /// <summary>The most bytes of one PUT: 5 GiB.</summary>
    public const long MaxSize = 5L << 30;

    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("PutObject", "PUT", S3Scope.Object)
        {
            CheckQuery = CheckQuery,
            Actions = ObjectActions.Write,
            IsForAccessPoints = true,
            Family = RequestFamily.Put,
            Handler = new S3Handler.Permitted(HandleAsync),
        },
    ];

    /// <summary>Stores the body as the newest version of the key.</summary>
    public static async Task HandleAsync(S3Request request, BucketRecord bucket)
    {
        var key = ObjectKey.Require(request);
        var attributes = AttributeReader.Read(request, bucket.Owner);
        var condition = WriteConditionReader.Read(request);
        var declared = DeclaredChecksum.Read(request);
        await using var body = await StageAsync(request, declared, [declared.Algorithm]);
        var outcome = await request.Store.PutObjectAsync(bucket.Name, key, body, attributes, condition, request.Aborted());
        var version = WriteConditionReader.Written(request, outcome, condition, key);

        var response = request.Http.Response;
        ObjectHeaders.WriteWritten(request, bucket, version);
        response.Headers.ETag = ETags.Quote(version.ETag);
        ObjectHeaders.WriteChecksums(response.Headers, version.Checksums);
        response.ContentLength = 0;
    }

    /// <summary>Refuses a part number without an upload.</summary>
    /// <exception cref="ServiceException">There is one.</exception>
    public static void CheckQuery(HttpRequest request)
    {
        if (request.QueryString.HasValue && request.Query.TryGetValue("partNumber", out var number))
        {
            throw S3Errors.InvalidArgument(
                "This operation does not accept partNumber without uploadId", "partNumber", number.ToString());
        }
    }

    /// <summary>Reads a body of at most 5 GiB into the store and compares its digests; a body that fails is dropped.</summary>
    /// <exception cref="ServiceException">It has no announced length, is too large, or a digest does not match.</exception>
    public static async Task<StagedBody> StageAsync(
        S3Request request, DeclaredChecksum declared, IReadOnlyCollection<ChecksumAlgorithm> algorithms)
    {
        var length = request.BodyLength ?? throw ServiceErrors.MissingContentLength();
        if (length > MaxSize)
        {
            throw ServiceErrors.EntityTooLarge(length, MaxSize);
        }

        var body = await request.Store.StageAsync(request.Body, algorithms, length, request.Aborted());
        try
        {
            declared.Verify(request, body);
            return body;
        }
        catch
        {
            await body.DisposeAsync();
            throw;
        }
    }
}
