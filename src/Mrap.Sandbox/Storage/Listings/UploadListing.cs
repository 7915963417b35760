using System.Collections.Immutable;
using System.Text;
using Mrap.Sandbox.Storage.Reading;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Listings;

/// <summary>Collects one page of the uploads under way, jumping behind each common prefix as <see cref="Listing"/> does.</summary>
internal static class UploadListing
{
    // behind every upload ID: they are made of letters, digits, dots and underscores
    private const string LastId = "~";

    /// <summary>A page of uploads.</summary>
    public static UploadPage Uploads(ReadSession session, BucketRow bucket, UploadQuery query)
    {
        var prefix = Encoding.UTF8.GetBytes(query.Prefix);
        var delimiter = Encoding.UTF8.GetBytes(query.Delimiter ?? string.Empty);
        var uploads = ImmutableArray.CreateBuilder<MultipartUpload>();
        var commonPrefixes = ImmutableArray.CreateBuilder<string>();
        var isTruncated = false;
        if (query.Limit > 0)
        {
            var (key, id) = Start(query, prefix, delimiter);
            var statement = session.Uploads.Bind(1, bucket.Id).Bind(2, key).Bind(3, id).Bind(4, KeySpan.Behind(prefix));
            while (statement.Step())
            {
                if (uploads.Count + commonPrefixes.Count >= query.Limit)
                {
                    isTruncated = true;
                    break;
                }

                var found = statement.Bytes(1);
                var length = KeySpan.CommonPrefix(found, prefix.Length, delimiter);
                if (length == 0)
                {
                    uploads.Add(ReadSession.ReadUpload(statement, bucket.Record.Name));
                    continue;
                }

                commonPrefixes.Add(Encoding.UTF8.GetString(found[..length]));
                var next = KeySpan.Behind(found[..length]);
                statement.Reset();
                statement.Bind(2, next).Bind(3, string.Empty);
            }

            statement.Reset();
        }

        return new UploadPage(uploads.ToImmutable(), commonPrefixes.ToImmutable(), isTruncated);
    }

    private static (byte[] Key, string Id) Start(UploadQuery query, byte[] prefix, byte[] delimiter)
    {
        if (query.AfterKey is null)
        {
            return (prefix, string.Empty);
        }

        var key = Encoding.UTF8.GetBytes(query.AfterKey);
        var isRolledUp = key.AsSpan().StartsWith(prefix) && KeySpan.CommonPrefix(key, prefix.Length, delimiter) > 0;
        return isRolledUp || key.AsSpan().SequenceCompareTo(prefix) < 0
            ? (KeySpan.Start(prefix, delimiter, query.AfterKey), string.Empty)
            : (key, query.AfterUploadId ?? LastId);
    }
}
