using System.Collections.Immutable;
using System.Text;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Writing;

/// <summary>The writing of replicas, as it happens inside a transaction. Writing one a second time changes nothing.</summary>
/// <param name="session">The writer's statements.</param>
/// <param name="uploads">Writes the pieces of bodies.</param>
/// <param name="nextBody">Gives out the numbers of bodies.</param>
internal sealed class ReplicaWrites(WriteSession session, UploadWrites uploads, Func<long> nextBody)
{
    /// <summary>Writes replicas.</summary>
    /// <returns>For each, why it cannot be, by the name that S3 gives the reason; null when it is there now.</returns>
    public ImmutableArray<string?> Apply(BucketName bucket, IReadOnlyList<Replica> replicas)
    {
        var row = session.FindBucket(bucket);
        var refusal = row is null ? "DstBucketNotFound"
            : row.Record.Versioning != VersioningState.Enabled ? "DstBucketUnversioned"
            : null;
        return [.. replicas.Select(replica => refusal ?? Apply(row!, replica))];
    }

    private string? Apply(BucketRow bucket, Replica replica)
    {
        var name = Encoding.UTF8.GetBytes(replica.Version.Key);
        var known = session.FindVersion(bucket.Id, name, replica.Version.VersionId);
        if (known is not null && replica.Version is { VersionId: StorageIds.NullVersion } && known.Rank < replica.Version.Rank)
        {
            session.DeleteVersion(known);
            known = null;
        }

        if (known is null)
        {
            if (replica.IsChange)
            {
                return "DstVersionNotFound";
            }

            Insert(bucket, name, replica);
        }
        else if (!known.IsDeleteMarker)
        {
            CarryOver(bucket, known, replica.Version);
        }

        return null;
    }

    private void Insert(BucketRow bucket, byte[] name, Replica replica)
    {
        var version = replica.Version with
        {
            Bucket = bucket.Record.Name,
            Body = replica.Version.IsDeleteMarker ? null : Store(replica),
            Attributes = replica.Version.Attributes with { Owner = bucket.Record.Owner },
            Replication = VersionReplication.Replica,
        };
        var latest = session.FindLatest(bucket.Id, name);
        session.Touch(version.Bucket, version.Key);
        if (latest?.IsNewerThan(version.Rank, version.VersionId) == true)
        {
            session.InsertVersion(bucket.Id, version with { IsLatest = false });
            return;
        }

        if (latest is not null)
        {
            session.SetLatest(latest.Id, isLatest: false);
        }

        session.InsertVersion(bucket.Id, version with { IsLatest = true });
    }

    // Of two changes the later counts, of two at the same instant the one whose text sorts last: so it is at both ends.
    private void CarryOver(BucketRow bucket, VersionRow known, ObjectVersion version)
    {
        if (version.Changed < known.Changed)
        {
            return;
        }

        var attributes = session.FindAttributes(known.Id);
        var changed = attributes with { Tags = version.Attributes.Tags };
        var order = AttributesText.Write(changed).AsSpan().SequenceCompareTo(AttributesText.Write(attributes));
        if (order > 0 || (order < 0 && version.Changed > known.Changed))
        {
            session.Touch(bucket.Record.Name, version.Key);
            session.SetAttributes(known.Id, changed, version.Changed);
        }
    }

    private ObjectBody Store(Replica replica)
    {
        var version = replica.Version;
        var id = version.Body!.IsComposite || replica.Bytes is not null ? nextBody() : 0;
        if (replica.Bytes is { } bytes)
        {
            session.InsertInline(id, bytes);
            return new ObjectBody(id, bytes.Length, isComposite: false);
        }

        if (!version.Body.IsComposite)
        {
            return session.Take(replica.Staged[0]);
        }

        session.InsertComposite(id);
        for (var i = 0; i < replica.Staged.Length; i++)
        {
            uploads.InsertPiece(id, i, version.Parts[i], session.Take(replica.Staged[i]).Id);
        }

        return new ObjectBody(id, version.Size, isComposite: true);
    }
}
