using System.Globalization;
using Amazon.S3.Model;

namespace Mrap.Aws.Failover;

/// <summary>What a lifecycle rule does, as a text that two rules share when they do the same to the same objects.</summary>
internal static class LifecycleRuleText
{
    public static string Of(LifecycleRule rule) => string.Join(
        ' ',
        rule.Status?.Value,
        Of(rule.Filter?.LifecycleFilterPredicate),
        $"expire={rule.Expiration?.Days}/{rule.Expiration?.Date:O}/{rule.Expiration?.ExpiredObjectDeleteMarker}",
        $"noncurrent={rule.NoncurrentVersionExpiration?.NoncurrentDays}/{rule.NoncurrentVersionExpiration?.NewerNoncurrentVersions}",
        $"abort={rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation}",
        $"move={string.Join(',', (rule.Transitions ?? []).Select(move => $"{move.StorageClass?.Value}@{move.Days}/{move.Date:O}"))}",
        "moveNoncurrent="
            + string.Join(
                ',', (rule.NoncurrentVersionTransitions ?? []).Select(move => $"{move.StorageClass?.Value}@{move.NoncurrentDays}")));

    private static string Of(LifecycleFilterPredicate? predicate) => predicate switch
    {
        null => "all",
        LifecyclePrefixPredicate prefix => $"prefix={prefix.Prefix}",
        LifecycleTagPredicate tag => $"tag={tag.Tag?.Key}={tag.Tag?.Value}",
        LifecycleObjectSizeGreaterThanPredicate size => string.Create(CultureInfo.InvariantCulture, $"size>{size.ObjectSizeGreaterThan}"),
        LifecycleObjectSizeLessThanPredicate size => string.Create(CultureInfo.InvariantCulture, $"size<{size.ObjectSizeLessThan}"),
        LifecycleAndOperator all => $"({string.Join('&', (all.Operands ?? []).Select(Of).Order(StringComparer.Ordinal))})",
        var other => other.GetType().Name,
    };
}
