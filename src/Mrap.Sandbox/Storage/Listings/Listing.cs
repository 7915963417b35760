using System.Collections.Immutable;
using System.Text;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage.Reading;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Sqlite;

namespace Mrap.Sandbox.Storage.Listings;

/// <summary>
/// Collects one page of a listing. It walks an index and, at each common prefix, jumps behind everything below it: the work grows with the
/// page,
/// not with what lies under a prefix.
/// </summary>
internal sealed class Listing
{
    private readonly ListQuery _query;
    private readonly BucketName _bucket;
    private readonly byte[] _prefix;
    private readonly byte[] _delimiter;
    private readonly byte[] _end;
    private readonly ImmutableArray<ObjectVersion>.Builder _versions;
    private readonly ImmutableArray<string>.Builder _commonPrefixes;
    private string? _last;
    private string? _lastVersion;
    private bool _isTruncated;

    private Listing(BucketName bucket, ListQuery query)
    {
        _query = query;
        _bucket = bucket;
        _prefix = Encoding.UTF8.GetBytes(query.Prefix);
        _delimiter = Encoding.UTF8.GetBytes(query.Delimiter ?? string.Empty);
        _end = KeySpan.Behind(_prefix);
        _versions = ImmutableArray.CreateBuilder<ObjectVersion>();
        _commonPrefixes = ImmutableArray.CreateBuilder<string>();
    }

    /// <summary>A page of the newest versions that are not delete markers.</summary>
    public static ObjectPage Objects(ReadSession session, BucketRow bucket, ListQuery query)
    {
        var listing = new Listing(bucket.Record.Name, query);
        if (query.Limit > 0)
        {
            listing.Walk(session.Objects, bucket.Id, KeySpan.Start(listing._prefix, listing._delimiter, query.After));
        }

        return listing.Page();
    }

    /// <summary>A page of all versions and delete markers.</summary>
    public static ObjectPage Versions(ReadSession session, BucketRow bucket, ListQuery query)
    {
        var listing = new Listing(bucket.Record.Name, query);
        if (query.Limit > 0 && (query.AfterVersionId is null || listing.FinishKey(session, bucket.Id)))
        {
            listing.Walk(session.Versions, bucket.Id, KeySpan.Start(listing._prefix, listing._delimiter, query.After));
        }

        return listing.Page();
    }

    /// <summary>Takes the versions that the page before left of its last key.</summary>
    /// <returns>False when they fill the page.</returns>
    private bool FinishKey(ReadSession session, long bucket)
    {
        var key = Encoding.UTF8.GetBytes(_query.After ?? string.Empty);
        if (!key.AsSpan().StartsWith(_prefix) || KeySpan.CommonPrefix(key, _prefix.Length, _delimiter) > 0)
        {
            return true;
        }

        var rank = session.FindRank(bucket, key, _query.AfterVersionId!);
        var statement = session.VersionsOfKey.Bind(1, bucket)
            .Bind(2, key)
            .Bind(3, rank ?? long.MaxValue)
            .Bind(4, _query.AfterVersionId);
        while (statement.Step())
        {
            // the version to go on behind was removed since: IDs sort newest first, so what is older sorts behind it
            if (rank is null && string.CompareOrdinal(statement.Text(2), _query.AfterVersionId) <= 0)
            {
                continue;
            }

            if (!TakeVersion(statement))
            {
                statement.Reset();
                return false;
            }
        }

        return true;
    }

    private void Walk(Statement statement, long bucket, byte[] start)
    {
        statement.Bind(1, bucket).Bind(2, start).Bind(3, _end);
        while (statement.Step())
        {
            var key = statement.Bytes(1);
            var length = KeySpan.CommonPrefix(key, _prefix.Length, _delimiter);
            if (length == 0)
            {
                if (!TakeVersion(statement))
                {
                    statement.Reset();
                    return;
                }

                continue;
            }

            if (IsFull())
            {
                statement.Reset();
                return;
            }

            _last = Encoding.UTF8.GetString(key[..length]);
            _lastVersion = null;
            _commonPrefixes.Add(_last);
            var next = KeySpan.Behind(key[..length]);
            statement.Reset();
            statement.Bind(2, next);
        }
    }

    private bool TakeVersion(Statement statement)
    {
        if (IsFull())
        {
            return false;
        }

        var version = ReadSession.ReadVersion(statement, _bucket);
        _last = version.Key;
        _lastVersion = version.VersionId;
        _versions.Add(version);
        return true;
    }

    private bool IsFull() => _isTruncated = _versions.Count + _commonPrefixes.Count >= _query.Limit;

    private ObjectPage Page() =>
        new(
            _versions.ToImmutable(), _commonPrefixes.ToImmutable(), _isTruncated, _isTruncated ? _last : null,
            _isTruncated ? _lastVersion : null);
}
