using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Principals;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Logging;

/// <summary>
/// Writes access logs as objects into their target bucket, where its policy lets the logging service (Amazon S3 User Guide, "Permissions
/// for log delivery").
/// </summary>
internal sealed class AccessLogWriter(RegionStores stores, TimeProvider time, ILogger<AccessLogWriter> logger)
{
    private const string Service = "logging.s3.amazonaws.com";

    /// <summary>Writes lines of a bucket.</summary>
    public async Task WriteAsync(
        BucketLocation source, LogDestination destination, List<(DateTimeOffset At, string Line)> lines, CancellationToken cancellation)
    {
        var target = stores.FindBucket(destination.Bucket);
        if (target is null || target.Bucket.Owner != source.Bucket.Owner || target.Region != source.Region)
        {
            Lose("is no bucket of the same Region and account any more");
            return;
        }

        var groups = destination.Format == LogKeyFormat.PartitionedByEvent
            ? lines.GroupBy(line => line.At.UtcDateTime.Date)
            : lines.GroupBy(_ => time.GetUtcNow().UtcDateTime);
        foreach (var group in groups)
        {
            var key = KeyOf(source, destination, group.Key);
            if (!IsAllowed(source, target, key))
            {
                Lose("does not let " + Service + " put objects");
                return;
            }

            await PutAsync(target, key, string.Concat(group.Select(line => line.Line + "\n")), cancellation);
        }

        void Lose(string reason) => LoggingLog.Lost(logger, lines.Count, source.Bucket.Name.Value, destination.Bucket.Value, reason);
    }

    private static string KeyOf(BucketLocation source, LogDestination destination, DateTime at)
    {
        var name = at.ToString("yyyy-MM-dd-HH-mm-ss", CultureInfo.InvariantCulture) + "-"
            + Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        return destination.Format == LogKeyFormat.Simple
            ? destination.Prefix + name
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{destination.Prefix}{source.Bucket.Owner.Value}/{source.Region}/{source.Bucket.Name.Value}/{at:yyyy/MM/dd}/{name}");
    }

    private bool IsAllowed(BucketLocation source, BucketLocation target, string key)
    {
        var policy = CompiledPolicies.OfBucket(
            stores.Get(target.Region).FindConfiguration(target.Bucket.Name, BucketConfiguration.Policy));
        var request = new AccessRequest(
            Principal.Parse(Service), "s3:PutObject", $"{target.Bucket.Name.Arn}/{key}", target.Bucket.Owner.Value,
            RequestContext.Create(
            [
                KeyValuePair.Create("aws:SourceArn", ImmutableArray.Create(source.Bucket.Name.Arn)),
                KeyValuePair.Create("aws:SourceAccount", ImmutableArray.Create(source.Bucket.Owner.Value)),
                KeyValuePair.Create("aws:PrincipalIsAWSService", ImmutableArray.Create("true")),
                KeyValuePair.Create("aws:PrincipalServiceName", ImmutableArray.Create(Service)),
                KeyValuePair.Create("aws:SecureTransport", ImmutableArray.Create("true")),
            ]));
        return AccessDecider.Decide(new PolicySet { Resource = policy }, request).IsAllowed;
    }

    private async Task PutAsync(BucketLocation target, string key, string text, CancellationToken cancellation)
    {
        var store = stores.Get(target.Region);
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false);
        await using var body = await store.StageAsync(bytes, [], bytes.Length, cancellation);
        var attributes = new ObjectAttributes
        {
            Owner = target.Bucket.Owner,
            Headers = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("content-type", "text/plain"),
        };
        await store.PutObjectAsync(target.Bucket.Name, key, body, attributes, WriteCondition.None, cancellation);
    }
}
