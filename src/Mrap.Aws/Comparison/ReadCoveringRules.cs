using System.Collections.Immutable;
using Amazon.S3;
using Amazon.S3.Model;
using Mrap.Aws.Settings;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;

namespace Mrap.Aws.Comparison;

/// <summary>Reads which enabled replication rules lead from one bucket of an access point to another.</summary>
/// <param name="read">Reads the rules of a bucket.</param>
public sealed class ReadCoveringRules(ReadSettings read)
{
    /// <summary>Reads the rules of all buckets at once.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The rules; those of a bucket that does not tell are left out.</returns>
    public async Task<ImmutableArray<CoveringRule>> ExecuteAsync(AccessPoint accessPoint, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(
            accessPoint.Members.Select(async member => (member.Bucket, Answer: await read.ReplicationAsync(member, cancellationToken))));
        return
        [
            .. answers
                .Where(each => each.Answer.IsSuccess)
                .SelectMany(each => (each.Answer.Value.Value?.Rules ?? []).Select(rule => Rule(each.Bucket, rule)))
                .OfType<CoveringRule>(),
        ];
    }

    private static CoveringRule? Rule(BucketName source, ReplicationRule rule)
    {
        if (rule.Status != ReplicationRuleStatus.Enabled
            || !BucketName.Parse(rule.Destination?.BucketArn?.Split(':')[^1]).TryGet(out var destination))
        {
            return null;
        }

#pragma warning disable CS0618 // rules of the first version of the configuration have their prefix there
        var prefix = rule.Filter?.Prefix ?? rule.Filter?.And?.Prefix ?? rule.Prefix ?? string.Empty;
#pragma warning restore CS0618
        return new CoveringRule(
            source, destination, prefix, rule.Filter?.Tag is not null || rule.Filter?.And?.Tags is { Count: > 0 },
            rule.DeleteMarkerReplication?.Status == DeleteMarkerReplicationStatus.Enabled);
    }
}
