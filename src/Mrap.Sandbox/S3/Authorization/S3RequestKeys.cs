using System.Collections.Frozen;
using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Actions;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;

namespace Mrap.Sandbox.S3.Authorization;

/// <summary>
/// The condition keys of a data-plane request for one action on one resource (Service Authorization Reference, "Condition keys for Amazon
/// S3").
/// A header or parameter that the action does not know is no key, whatever a client sends along.
/// </summary>
/// <param name="target">What it is asked for; null for an action of the account.</param>
/// <param name="resourceAccount">The account that owns the resource.</param>
/// <param name="now">When it is decided.</param>
internal sealed class S3RequestKeys(S3Request request, string action, S3Target? target, AccountId resourceAccount, DateTimeOffset now)
    : S3Keys(request.Http, request.Caller, request.Signature, request.Region.Value, resourceAccount, now)
{
    private const string ExistingTag = "s3:ExistingObjectTag/";
    private const string RequestTag = "s3:RequestObjectTag/";
    private const string RequestTagKeys = "s3:RequestObjectTagKeys";

    private static readonly FrozenDictionary<string, Func<S3RequestKeys, string?>> s_readers = new Dictionary<string,
    Func<S3RequestKeys, string?>>
    {
        ["s3:prefix"] = keys => keys.Query("prefix"),
        ["s3:delimiter"] = keys => keys.Query("delimiter"),
        ["s3:max-keys"] = keys => keys.Query("max-keys"),
        ["s3:VersionId"] = keys => keys.Target?.VersionId,
        ["s3:x-amz-copy-source"] = keys =>
            keys.Header(S3Headers.CopySource) is { } source ? Uri.UnescapeDataString(source).TrimStart('/') : null,
        ["s3:if-match"] = keys => keys.Header("If-Match"),
        ["s3:if-none-match"] = keys => keys.Header("If-None-Match"),
        ["s3:ObjectCreationOperation"] = keys => Text(!keys.IsPartOfUpload),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // These have the value of the header that they are named after.
    private static readonly FrozenDictionary<string, string> s_headers = new[]
    {
        "x-amz-acl", "x-amz-grant-full-control", "x-amz-grant-read", "x-amz-grant-read-acp", "x-amz-grant-write", "x-amz-grant-write-acp",
        "x-amz-metadata-directive", "x-amz-object-ownership", "x-amz-server-side-encryption", "x-amz-server-side-encryption-aws-kms-key-id",
        "x-amz-server-side-encryption-customer-algorithm", "x-amz-storage-class", "x-amz-website-redirect-location",
    }.ToFrozenDictionary(header => "s3:" + header, StringComparer.OrdinalIgnoreCase);

    private ImmutableSortedDictionary<string, string>? _tags;
    private ImmutableSortedDictionary<string, string>? _existingTags;

    /// <summary>The tags that the request sets, when they are not in its headers.</summary>
    public ImmutableSortedDictionary<string, string>? RequestTags { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<string> Names =>
    [
        .. base.Names, .. s_readers.Keys, .. s_headers.Keys, RequestTagKeys, "s3:DataAccessPointArn", "s3:DataAccessPointAccount",
        "s3:AccessPointNetworkOrigin",
        .. Tags.Keys.Select(tag => RequestTag + tag), .. ExistingTags.Keys.Select(tag => ExistingTag + tag),
    ];

    private S3Target? Target => target;

    private bool IsPartOfUpload => Query("uploads") is not null || Query("partNumber") is not null;

    private ImmutableSortedDictionary<string, string> Tags =>
        _tags ??= RequestTags ?? TagSet.ReadHeader(KeepsTagsOfSource ? null : Header("x-amz-tagging"));

    // A copy that takes over the tags of its source sets none of those that its header names.
    private bool KeepsTagsOfSource =>
        Header(S3Headers.CopySource) is not null && Header("x-amz-tagging-directive") != "REPLACE";

    private ImmutableSortedDictionary<string, string> ExistingTags => _existingTags ??=
        target is { Key: { } key } known
            && known.Store.FindObject(known.Bucket.Name, key, known.VersionId) is { IsDeleteMarker: false } version
            ? version.Attributes.Tags
            : ImmutableSortedDictionary<string, string>.Empty;

    /// <inheritdoc/>
    protected override ReadOnlySpan<string> Read(string key)
    {
        if (!key.StartsWith("s3:", StringComparison.OrdinalIgnoreCase))
        {
            return base.Read(key);
        }

        if (ThroughAccessPoint(key) is { } through)
        {
            return One(through);
        }

        if (S3Actions.FindKey(key) is not { } known || S3Actions.Find(action)?.Supports(known) != true)
        {
            return base.Read(key);
        }

        return s_readers.TryGetValue(key, out var read) ? One(read(this))
            : s_headers.TryGetValue(key, out var header) ? One(Header(header))
            : key.Equals(RequestTagKeys, StringComparison.OrdinalIgnoreCase) ? Tags.Keys.ToArray()
            : key.StartsWith(RequestTag, StringComparison.OrdinalIgnoreCase) ? One(Find(Tags, key[RequestTag.Length..]))
            : key.StartsWith(ExistingTag, StringComparison.OrdinalIgnoreCase) ? One(Find(ExistingTags, key[ExistingTag.Length..]))
            : base.Read(key);
    }

    // Bucket policies delegate by these keys, although the reference lists them for access points alone.
    private string? ThroughAccessPoint(string key) => target?.Through is not { } record ? null
        : key.Equals("s3:DataAccessPointArn", StringComparison.OrdinalIgnoreCase) ? record.ArnText
        : key.Equals("s3:DataAccessPointAccount", StringComparison.OrdinalIgnoreCase) ? record.Point.Owner.Value
        : key.Equals("s3:AccessPointNetworkOrigin", StringComparison.OrdinalIgnoreCase) ? "Internet"
        : null;

    private string? Query(string name) => request.Query(name);

    // Names of keys have no case, those of tags have: of two tags that differ in case alone the one that the policy spells counts.
    private static string? Find(ImmutableSortedDictionary<string, string> tags, string name)
    {
        if (tags.TryGetValue(name, out var exact))
        {
            return exact;
        }

        foreach (var (tag, value) in tags)
        {
            if (tag.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
