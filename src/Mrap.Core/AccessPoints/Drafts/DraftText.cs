using System.Text.Json;
using Mrap.Core.Regions;

namespace Mrap.Core.AccessPoints.Drafts;

/// <summary>
/// Drafts as text for the browser's storage. What comes back may have been changed by anybody: parts that make no sense are left out.
/// </summary>
public static class DraftText
{
    /// <summary>A longer text is not a draft of ours.</summary>
    public const int MaxLength = 20_000;

    private const int MaxField = 128;

    private static readonly JsonSerializerOptions s_options = new() { MaxDepth = 8 };

    /// <summary>The draft as a text that <see cref="DraftText"/> reads again.</summary>
    public static string Write(CreateDraft draft) => JsonSerializer.Serialize(
        new Stored(
            draft.Name,
            [
                .. draft.Buckets.Select(
                    bucket =>
                        new StoredBucket(bucket.Origin.ToString(), bucket.Name, bucket.Region?.Value, bucket.Account, bucket.IsVersioned))],
            [
                draft.BlockPublicAccess.BlockPublicAcls, draft.BlockPublicAccess.IgnorePublicAcls,
                draft.BlockPublicAccess.BlockPublicPolicy, draft.BlockPublicAccess.RestrictPublicBuckets],
            draft.IsExposureAcknowledged),
        s_options);

    /// <summary>The draft, or null when the text holds none.</summary>
    public static CreateDraft? Read(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Stored>(text, s_options) is { } stored ? Read(stored) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CreateDraft Read(Stored stored)
    {
        var draft = CreateDraft.Empty with { Name = Short(stored.Name) };
        foreach (var bucket in (stored.Buckets ?? []).Take(AccessPointRules.MaxRegions))
        {
            if (bucket is not null && Enum.TryParse<BucketOrigin>(bucket.Origin, out var origin) && Enum.IsDefined(origin))
            {
                RegionId? region = RegionId.Parse(bucket.Region).TryGet(out var parsed) ? parsed : null;
                draft = draft.Add(new DraftBucket(origin, Short(bucket.Name), region, Short(bucket.Account), bucket.Versioned));
            }
        }

        return stored.Block is [var blockAcls, var ignoreAcls, var blockPolicy, var restrict]
            ? draft.With(
                new BlockPublicAccess(blockAcls, ignoreAcls, blockPolicy, restrict)) with
            { IsExposureAcknowledged = stored.Acknowledged }
            : draft;
    }

    private static string Short(string? text) => text is null ? string.Empty : text.Length > MaxField ? text[..MaxField] : text;

    private sealed record Stored(string? Name, StoredBucket?[]? Buckets, bool[]? Block, bool Acknowledged);

    private sealed record StoredBucket(string? Origin, string? Name, string? Region, string? Account, bool? Versioned);
}
