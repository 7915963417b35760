using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.CloudWatch.Internal;
using Amazon.CloudWatch.Model;
using Mrap.AwsSdk.Protocol;

namespace Amazon.CloudWatch;

/// <summary>The client of CloudWatch.</summary>
public class AmazonCloudWatchClient : AmazonServiceClient, IAmazonCloudWatch
{
    private static readonly IServiceMetadata s_metadata = new QueryServiceMetadata("CloudWatch");

    /// <summary>Uses the SDK's own credentials chain.</summary>
    /// <param name="config">The settings.</param>
    public AmazonCloudWatchClient(AmazonCloudWatchConfig config)
        : base(config)
    {
    }

    /// <summary>Uses the given credentials.</summary>
    /// <param name="clientConfig">The settings.</param>
    public AmazonCloudWatchClient(AWSCredentials credentials, AmazonCloudWatchConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => s_metadata;

    /// <inheritdoc/>
    public virtual Task<DeleteAlarmsResponse> DeleteAlarmsAsync(
        DeleteAlarmsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteAlarmsResponse>(request, CloudWatchOperations.DeleteAlarms, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeAlarmsResponse> DescribeAlarmsAsync(
        DescribeAlarmsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeAlarmsResponse>(request, CloudWatchOperations.DescribeAlarms, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetMetricDataResponse> GetMetricDataAsync(
        GetMetricDataRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetMetricDataResponse>(request, CloudWatchOperations.GetMetricData, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetMetricStatisticsResponse> GetMetricStatisticsAsync(
        GetMetricStatisticsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetMetricStatisticsResponse>(request, CloudWatchOperations.GetMetricStatistics, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListMetricsResponse> ListMetricsAsync(ListMetricsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListMetricsResponse>(request, CloudWatchOperations.ListMetrics, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutMetricAlarmResponse> PutMetricAlarmAsync(
        PutMetricAlarmRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutMetricAlarmResponse>(request, CloudWatchOperations.PutMetricAlarm, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutMetricDataResponse> PutMetricDataAsync(
        PutMetricDataRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutMetricDataResponse>(request, CloudWatchOperations.PutMetricData, cancellationToken);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new QueryEndpointResolver(CloudWatchEndpoint.Find));
        pipeline.AddHandlerAfter<Marshaller>(new QueryAuthResolver());
    }
}
