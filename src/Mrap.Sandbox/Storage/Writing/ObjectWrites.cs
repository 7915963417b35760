using System.Collections.Immutable;
using System.Text;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Writing;

/// <summary>The changes to versions, as they happen inside a transaction.</summary>
internal static class ObjectWrites
{
    /// <summary>Makes a staged body the newest version of a key.</summary>
    public static PutOutcome Put(
        WriteSession session, BucketName bucket, string key, StoredBody body, ObjectAttributes attributes, WriteCondition condition) =>
        Add(session, bucket, key, condition, () => new ObjectVersion
        {
            Id = 0,
            Bucket = bucket,
            Key = key,
            VersionId = StorageIds.NullVersion,
            IsLatest = true,
            IsDeleteMarker = false,
            Size = body.Size,
            ETag = Convert.ToHexStringLower(body.Md5.Span),
            LastModified = DateTimeOffset.FromUnixTimeMilliseconds(session.Now),
            Attributes = attributes,
            Checksums = body.Checksums,
            Body = session.Take(body),
        });

    /// <summary>Adds a version as the newest of its key when the precondition holds.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="condition">The precondition.</param>
    /// <param name="make">Makes the version once it is sure to be added; its version ID is set here.</param>
    public static PutOutcome Add(WriteSession session, BucketName bucket, string key, WriteCondition condition, Func<ObjectVersion> make)
    {
        if (session.FindBucket(bucket) is not { } row)
        {
            return new PutOutcome.NoSuchBucket();
        }

        var name = Encoding.UTF8.GetBytes(key);
        var latest = session.FindLatest(row.Id, name);
        var current = latest is { IsDeleteMarker: false } ? latest : null;
        if (condition.IfNoneMatch && current is not null)
        {
            return new PutOutcome.PreconditionFailed();
        }

        if (condition.IfMatch is { } wanted)
        {
            if (current is null)
            {
                return new PutOutcome.NoSuchKey();
            }

            if (wanted != "*" && wanted != current.ETag)
            {
                return new PutOutcome.PreconditionFailed();
            }
        }

        return new PutOutcome.Written(AddNewest(session, row, name, latest, make()));
    }

    /// <summary>Deletes a version for good, or the newest as the bucket's versioning has it.</summary>
    public static DeleteOutcome Delete(WriteSession session, BucketName bucket, string key, string? versionId, WriteCondition condition)
    {
        if (session.FindBucket(bucket) is not { } row)
        {
            return new DeleteOutcome.NoSuchBucket();
        }

        var name = Encoding.UTF8.GetBytes(key);
        var latest = session.FindLatest(row.Id, name);
        if (!Holds(condition, latest))
        {
            return new DeleteOutcome.PreconditionFailed();
        }

        if (versionId is not null)
        {
            return DeleteVersion(session, bucket, key, row.Id, name, versionId);
        }

        if (row.Record.Versioning == VersioningState.Unversioned)
        {
            if (latest is not null)
            {
                session.Touch(bucket, key);
                session.DeleteVersion(latest);
            }

            return new DeleteOutcome.Deleted(null, IsDeleteMarker: false);
        }

        var marker = AddNewest(session, row, name, latest, new ObjectVersion
        {
            Id = 0,
            Bucket = bucket,
            Key = key,
            VersionId = StorageIds.NullVersion,
            IsLatest = true,
            IsDeleteMarker = true,
            Size = 0,
            ETag = string.Empty,
            LastModified = DateTimeOffset.FromUnixTimeMilliseconds(session.Now),
            Attributes = new ObjectAttributes { Owner = row.Record.Owner },
        });
        return new DeleteOutcome.Deleted(marker.VersionId, IsDeleteMarker: true);
    }

    /// <summary>Replaces the tags of a version.</summary>
    public static bool SetTags(
        WriteSession session, BucketName bucket, string key, string? versionId, ImmutableSortedDictionary<string, string> tags)
    {
        if (session.FindBucket(bucket) is not { } row)
        {
            return false;
        }

        var name = Encoding.UTF8.GetBytes(key);
        var version = versionId is null ? session.FindLatest(row.Id, name) : session.FindVersion(row.Id, name, versionId);
        if (version is null or { IsDeleteMarker: true })
        {
            return false;
        }

        session.Touch(bucket, key);
        var attributes = session.FindAttributes(version.Id);
        session.SetAttributes(version.Id, attributes with { Tags = tags }, Math.Max(session.Ticks, version.Changed + 1));
        session.Queue.AddChange(row, key, version, attributes, tags);
        return true;
    }

    // A delete with an ETag succeeds when there is nothing to delete; with * it asks that there is something (DeleteObject, If-Match).
    private static bool Holds(WriteCondition condition, VersionRow? latest)
    {
        var current = latest is { IsDeleteMarker: false } ? latest : null;
        return condition.IfMatch switch
        {
            null => true,
            "*" => current is not null,
            _ => current is null || current.ETag == condition.IfMatch,
        };
    }

    private static DeleteOutcome.Deleted DeleteVersion(
        WriteSession session, BucketName bucket, string key, long bucketId, byte[] name, string versionId)
    {
        if (session.FindVersion(bucketId, name, versionId) is not { } version)
        {
            return new DeleteOutcome.Deleted(versionId, IsDeleteMarker: false);
        }

        session.Touch(bucket, key);
        session.DeleteVersion(version);
        if (version.IsLatest && session.FindLatest(bucketId, name) is { } successor)
        {
            session.SetLatest(successor.Id, isLatest: true);
        }

        return new DeleteOutcome.Deleted(versionId, version.IsDeleteMarker);
    }

    private static ObjectVersion AddNewest(WriteSession session, BucketRow row, byte[] name, VersionRow? latest, ObjectVersion version)
    {
        session.Touch(version.Bucket, version.Key);
        version = version with { Rank = Math.Max(session.Ticks, (latest?.Rank ?? 0) + 1) };
        if (latest is not null)
        {
            session.SetLatest(latest.Id, isLatest: false);
        }

        if (row.Record.Versioning == VersioningState.Enabled)
        {
            return session.Queue.Insert(row, version with { VersionId = session.Ids.NextVersion() });
        }

        if (session.FindVersion(row.Id, name, StorageIds.NullVersion) is { } replaced)
        {
            session.DeleteVersion(replaced);
        }

        return session.InsertVersion(row.Id, version);
    }
}
