using System.Collections.Immutable;
using Amazon.S3.Model;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;
using Mrap.Core.Regions;

namespace Mrap.Aws.Metrics;

/// <summary>Makes S3 publish request metrics of member buckets, first as a plan with one step for each bucket that has none.</summary>
/// <param name="settings">Reads what is set before it is changed.</param>
/// <param name="runner">Runs the plan.</param>
public sealed class EnableMetrics(AwsClients clients, GetMetricsSettings settings, PlanRunner runner)
{
    /// <summary>What the plan for these settings would add.</summary>
    /// <param name="settings">The settings of the member buckets.</param>
    /// <returns>The numbers; zeros when nothing is missing.</returns>
    public static MetricsAddition Estimate(ImmutableArray<BucketMetricsSetting> settings)
    {
        var buckets = Missing(settings).Count();
        var metrics = buckets * MetricsPrice.MetricsPerConfiguration;
        return new MetricsAddition(buckets, metrics, MetricsPrice.PerMonth(metrics), MetricsPrice.Source);
    }

    /// <summary>Lays the change out as steps. Nothing is changed yet.</summary>
    /// <param name="settings">The settings of the member buckets; those that could not be read are left alone.</param>
    /// <returns>The plan, or that nothing is missing.</returns>
    public Outcome<ChangePlan> Plan(AccessPointName accessPoint, ImmutableArray<BucketMetricsSetting> settings)
    {
        ImmutableArray<BucketPlace> missing = [.. Missing(settings)];
        return missing.IsEmpty
            ? AwsFaults.Invalid(
                "There is nothing to enable.", "No member bucket is known to be without request metrics.",
                "Look at the settings that could not be read, if there are any.")
            : new ChangePlan(
                new Change(
                    ChangeAction.EnableMetrics, accessPoint.Value, accessPoint.Value, Before: null,
                    string.Join('\n', missing.Select(bucket => $"{bucket.Bucket} in {bucket.Region}: {S3Metrics.EntireBucket}"))),
                [.. missing.Select(Step)]);
    }

    /// <summary>Runs the plan; it takes an administrator, because metrics cost.</summary>
    /// <param name="from">The step to begin with: 0, or <see cref="PlanProgress.ResumeFrom"/> of a run that failed.</param>
    /// <param name="cancellationToken">Stops after the call under way; what is done stays done.</param>
    /// <returns>The progress; the last element is finished.</returns>
    public IAsyncEnumerable<PlanProgress> ExecuteAsync(ChangePlan plan, int from, CancellationToken cancellationToken) =>
        runner.RunAsync(plan, from, cancellationToken);

    private static IEnumerable<BucketPlace> Missing(ImmutableArray<BucketMetricsSetting> settings) =>
        settings.Where(setting => setting.IsEnabled.TryGet(out var isEnabled, out _) && !isEnabled).Select(setting => setting.Bucket);

    private PlanStep Step(BucketPlace bucket) => new(
        $"metrics:{bucket.Bucket}",
        $"Enable request metrics of {bucket.Bucket} in {RegionCatalog.ShortNameOf(bucket.Region)}",
        AwsCli.EnableMetrics(bucket.Bucket, bucket.Region, S3Metrics.EntireBucket),
        (_, tokens) => EnableAsync(bucket, tokens));

    private async Task<AwsFault?> EnableAsync(BucketPlace bucket, StepTokens tokens)
    {
        var now = await settings.ReadAsync(bucket, tokens.Stop);
        if (!now.IsEnabled.TryGet(out var isEnabled, out var fault) || isEnabled)
        {
            return fault;
        }

        var request = new PutBucketMetricsConfigurationRequest
        {
            BucketName = bucket.Bucket.Value,
            MetricsId = S3Metrics.EntireBucket,
            MetricsConfiguration = new MetricsConfiguration { MetricsId = S3Metrics.EntireBucket },
        };
        var answer = await AwsCall.InvokeAsync(
            $"Request metrics of `{bucket.Bucket}` were not enabled.",
            () => clients.S3(bucket.Region).PutBucketMetricsConfigurationAsync(request, tokens.Call));
        return answer.Fault;
    }
}
