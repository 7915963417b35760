using Amazon.S3.Model;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.Regions;

namespace Mrap.Aws.Requests;

/// <summary>Sends one request through an access point and shows everything of the answer.</summary>
/// <param name="gate">Checks the role of who acts and writes the activity log.</param>
/// <param name="time">The clock.</param>
public sealed class SendRequest(AwsClients clients, ChangeGate gate, TimeProvider time)
{
    private const string RegionHeader = "x-sandbox-region";
    private const string RequestIdHeader = "x-amz-request-id";

    /// <summary>
    /// Sends the request; to put and to delete takes an operator and is written into the activity log. An answer that refuses is a success
    /// of this call: it has its own fault.
    /// </summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer, or why there is none.</returns>
    public Task<Outcome<ObjectAnswer>> ExecuteAsync(ObjectRequest request, CancellationToken cancellationToken) => request.Verb switch
    {
        ObjectVerb.Put => gate.PassAsync(
            Describe(request, ChangeAction.PutObject, $"{request.Body.Length} bytes, {request.ContentType ?? "no content type"}"),
            () => SendAsync(request, cancellationToken),
            answer => answer.Fault),
        ObjectVerb.Delete => gate.PassAsync(
            Describe(request, ChangeAction.DeleteObject, after: null),
            () => SendAsync(request, cancellationToken),
            answer => answer.Fault),
        _ => SendAsync(request, cancellationToken),
    };

    private static Change Describe(ObjectRequest request, ChangeAction action, string? after) => new(
        action, $"{request.AccessPoint.Alias}/{request.Key}", request.AccessPoint.Name.Value,
        request.VersionId is { } version ? $"version {version}" : null, after);

    private async Task<Outcome<ObjectAnswer>> SendAsync(ObjectRequest request, CancellationToken cancellationToken)
    {
        if (request.Verb != ObjectVerb.List && request.Key.Length == 0)
        {
            return AwsFaults.Invalid(WhatFailed(request), "An object has a key of 1 to 1,024 bytes.", "Give a key.");
        }

        using var exchange = DataPlaneExchange.Begin(request.VantageId);
        var begun = time.GetTimestamp();
        var outcome = await AwsCall.InvokeAsync(WhatFailed(request), () => CallAsync(request, cancellationToken));
        var took = time.GetElapsedTime(begun);
        if (exchange.Status is not { } status || outcome.Fault is { Code: ConsoleFaultCodes.NoConnection })
        {
            return outcome.Fault ?? AwsFaults.Unreadable(WhatFailed(request), "no answer was seen");
        }

        var content = outcome.IsSuccess ? outcome.Value : ObjectContent.Nothing;
        return new ObjectAnswer(
            status,
            RegionId.Parse(exchange.Header(RegionHeader)).TryGet(out var region) ? region : null,
            exchange.Headers,
            content.Preview,
            content.Length,
            content.Objects,
            content.HasMore,
            content.VersionId,
            exchange.Header(RequestIdHeader),
            took,
            exchange.Attempts,
            outcome.Fault);
    }

    private Task<ObjectContent> CallAsync(ObjectRequest request, CancellationToken cancellationToken) => request.Verb switch
    {
        ObjectVerb.Get => GetAsync(request, cancellationToken),
        ObjectVerb.Head => HeadAsync(request, cancellationToken),
        ObjectVerb.Put => PutAsync(request, cancellationToken),
        ObjectVerb.Delete => DeleteAsync(request, cancellationToken),
        ObjectVerb.List => ListAsync(request, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };

    private async Task<ObjectContent> GetAsync(ObjectRequest request, CancellationToken cancellationToken)
    {
        var get = new GetObjectRequest
        {
            BucketName = request.AccessPoint.Arn.ToString(),
            Key = request.Key,
            VersionId = request.VersionId
        };
        using var answer = await clients.DataPlane().GetObjectAsync(get, cancellationToken);
        var preview = new byte[(int)Math.Clamp(answer.ContentLength, 0, ObjectAnswer.MaxPreview)];
        var read = await answer.ResponseStream.ReadAtLeastAsync(preview, preview.Length, throwOnEndOfStream: false, cancellationToken);
        return ObjectContent.Nothing with
        {
            Preview = preview.AsMemory(0, read),
            Length = answer.ContentLength,
            VersionId = answer.VersionId
        };
    }

    private async Task<ObjectContent> HeadAsync(ObjectRequest request, CancellationToken cancellationToken)
    {
        var head = new GetObjectMetadataRequest
        {
            BucketName = request.AccessPoint.Arn.ToString(),
            Key = request.Key,
            VersionId = request.VersionId
        };
        var answer = await clients.DataPlane().GetObjectMetadataAsync(head, cancellationToken);
        return ObjectContent.Nothing with { Length = answer.ContentLength, VersionId = answer.VersionId };
    }

    private async Task<ObjectContent> PutAsync(ObjectRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(request.Body.ToArray(), writable: false);
        var put = new PutObjectRequest
        {
            BucketName = request.AccessPoint.Arn.ToString(),
            Key = request.Key,
            InputStream = body,
            AutoCloseStream = false
        };
        if (request.ContentType is { Length: > 0 } contentType)
        {
            put.ContentType = contentType;
        }

        var answer = await clients.DataPlane().PutObjectAsync(put, cancellationToken);
        return ObjectContent.Nothing with { VersionId = answer.VersionId };
    }

    private async Task<ObjectContent> DeleteAsync(ObjectRequest request, CancellationToken cancellationToken)
    {
        var delete =
            new DeleteObjectRequest { BucketName = request.AccessPoint.Arn.ToString(), Key = request.Key, VersionId = request.VersionId };
        var answer = await clients.DataPlane().DeleteObjectAsync(delete, cancellationToken);
        return ObjectContent.Nothing with { VersionId = answer.VersionId };
    }

    private async Task<ObjectContent> ListAsync(ObjectRequest request, CancellationToken cancellationToken)
    {
        var list = new ListObjectsV2Request
        {
            BucketName = request.AccessPoint.Arn.ToString(),
            Prefix = request.Key,
            MaxKeys = Math.Clamp(request.MaxKeys, 1, 1000)
        };
        var answer = await clients.DataPlane().ListObjectsV2Async(list, cancellationToken);
        return ObjectContent.Nothing with
        {
            Objects = [.. (answer.S3Objects ?? []).Select(
                item =>
                    new ListedObject(
                        item.Key, item.Size ?? 0,
                        item.LastModified is { } time ? new DateTimeOffset(time.ToUniversalTime(), TimeSpan.Zero) : null, item.ETag))],
            HasMore = answer.IsTruncated ?? false,
        };
    }

    private static string WhatFailed(ObjectRequest request) => request.Verb switch
    {
        ObjectVerb.Get => $"The object `{request.Key}` was not read.",
        ObjectVerb.Head => $"The headers of `{request.Key}` were not read.",
        ObjectVerb.Put => $"The object `{request.Key}` was not written.",
        ObjectVerb.Delete => $"The object `{request.Key}` was not deleted.",
        ObjectVerb.List => "The objects were not listed.",
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };
}
