using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>DeleteObjects.</summary>
internal sealed class DeleteObjects(BucketAccess access) : IS3Operations
{
    private const int MaxKeys = 1000;

    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("DeleteObjects", "POST", S3Scope.Bucket, "delete")
        {
            Actions = RequiredActions.Always(ObjectActions.Delete(hasVersion: false)),
            Family = RequestFamily.Delete,
            Handler = new S3Handler.Deciding(HandleAsync),
        },
    ];

    /// <summary>Deletes up to 1,000 keys or versions and reports each, also those that the caller may not delete.</summary>
    public async Task HandleAsync(S3Request request, BucketRecord bucket)
    {
        var declared = DeclaredChecksum.Read(request);
        if (!declared.IsNamed && !declared.HasMd5)
        {
            throw ServiceErrors.InvalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        }

        var document = await XmlBody.ReadAsync(request, "Delete", XmlBody.ListLimit);
        var entries = document.Named("Object").ToList();
        if (entries.Count is 0 or > MaxKeys)
        {
            throw ServiceErrors.MalformedXml();
        }

        var isQuiet = ReadQuiet(document);
        var deletions = entries.ConvertAll(ReadTarget).ConvertAll(target => Decide(request, bucket, target));

        // All wait for the writer at once and share its commits; it takes them in the order in which they were started.
        var results = await Task.WhenAll(deletions.Select(deletion => DeleteAsync(request, bucket, deletion)));
        await S3XmlAnswer.WriteAsync(request, "DeleteResult", writer =>
        {
            foreach (var result in results)
            {
                Write(writer, result, isQuiet);
            }
        });
    }

    private static bool ReadQuiet(XElement document) => document.Text("Quiet")?.Trim() switch
    {
        null or "false" or "0" => false,
        "true" or "1" => true,
        _ => throw ServiceErrors.MalformedXml(),
    };

    private static DeleteTarget ReadTarget(XElement entry) =>
        entry.Text("Key") is { Length: > 0 } key
            ? new DeleteTarget(key, entry.Text("VersionId") is { Length: > 0 } versionId ? versionId : null, entry.Text("ETag"))
            : throw ServiceErrors.MalformedXml();

    private Deletion Decide(S3Request request, BucketRecord bucket, DeleteTarget target)
    {
        try
        {
            var key = ObjectKey.Check(target.Key);
            var versionId = target.VersionId is null ? null : VersionIds.Check(target.VersionId);
            Require(request, ObjectActions.Delete(versionId is not null), bucket, key, versionId);
            if (ObjectActions.ComparesETag(target.ETag))
            {
                Require(request, ObjectActions.Get(versionId is not null), bucket, key, versionId);
            }

            var condition = target.ETag is null ? WriteCondition.None : new WriteCondition(ETags.Unquote(target.ETag), IfNoneMatch: false);
            return new Deletion(target, key, versionId, condition, Fault: null);
        }
        catch (ServiceException e)
        {
            return new Deletion(target, target.Key, target.VersionId, WriteCondition.None, e.Error);
        }
    }

    private static async Task<DeleteResult> DeleteAsync(S3Request request, BucketRecord bucket, Deletion deletion)
    {
        var (target, key, versionId, condition, fault) = deletion;
        if (fault is not null)
        {
            return new DeleteResult(target, Deleted: null, fault);
        }

        return await request.Store.DeleteObjectAsync(bucket.Name, key, versionId, condition, request.Aborted()) switch
        {
            DeleteOutcome.Deleted deleted => new DeleteResult(target, deleted, Fault: null),
            DeleteOutcome.NoSuchBucket => new DeleteResult(target, Deleted: null, S3Errors.NoSuchBucket(request.BucketText).Error),
            DeleteOutcome.PreconditionFailed => new DeleteResult(target, Deleted: null, S3Errors.PreconditionFailed("If-Match").Error),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private void Require(S3Request request, string action, BucketRecord bucket, string key, string? versionId)
    {
        var result = access.Decide(request, action, bucket, key, versionId);
        if (!result.IsAllowed)
        {
            throw result.Refusal();
        }
    }

    private static void Write(XmlWriter writer, DeleteResult result, bool isQuiet)
    {
        if (result.Fault is { } fault)
        {
            writer.Start("Error");
            writer.Element("Key", result.Target.Key);
            writer.OptionalElement("VersionId", result.Target.VersionId);
            writer.Element("Code", fault.Code);
            writer.Element("Message", fault.Message);
            writer.WriteEndElement();
        }
        else if (!isQuiet)
        {
            writer.Start("Deleted");
            writer.Element("Key", result.Target.Key);
            writer.OptionalElement("VersionId", result.Target.VersionId);
            if (result.Deleted is { IsDeleteMarker: true } deleted)
            {
                writer.Element("DeleteMarker", value: true);
                writer.OptionalElement("DeleteMarkerVersionId", deleted.VersionId);
            }

            writer.WriteEndElement();
        }
    }

    /// <summary>A target that was decided on.</summary>
    /// <param name="Fault">Why it is not deleted; null when it is.</param>
    private sealed record Deletion(DeleteTarget Target, string Key, string? VersionId, WriteCondition Condition, ServiceError? Fault);
}
