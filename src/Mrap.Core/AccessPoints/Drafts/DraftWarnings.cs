using System.Collections.Immutable;

namespace Mrap.Core.AccessPoints.Drafts;

/// <summary>What a person should know before going on, though nothing forbids it.</summary>
public static class DraftWarnings
{
    /// <summary>The warnings about a draft, as sentences; empty when there is nothing to say.</summary>
    public static ImmutableArray<string> Of(CreateDraft draft)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (draft.Buckets.Length == 1)
        {
            warnings.Add(
                "With one Region there is nothing to fail over to, and clients far from it gain little. Buckets cannot be added later.");
        }

        var unversioned = draft.Buckets.Where(bucket => bucket.IsVersioned == false && bucket.Name.Length > 0)
            .Select(bucket => $"`{bucket.Name}`")
            .ToArray();
        if (unversioned.Length > 0)
        {
            warnings.Add(
                $"Versioning is off in {string.Join(", ", unversioned)}: objects cannot be replicated to or from there until it is turned "
                    + "on.");
        }

        var foreign = draft.Buckets.Where(bucket => bucket.Origin == BucketOrigin.OtherAccount && bucket.Name.Length > 0)
            .Select(bucket => $"`{bucket.Name}`")
            .ToArray();
        if (foreign.Length > 0)
        {
            warnings.Add($"The owner of {string.Join(", ", foreign)} must allow this access point in the bucket policy.");
        }

        return warnings.ToImmutable();
    }
}
