using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3Control.Internal;
using Amazon.S3Control.Model;

namespace Amazon.S3Control;

/// <summary>The client of Amazon S3 Control.</summary>
public class AmazonS3ControlClient : AmazonServiceClient, IAmazonS3Control
{
    private static readonly IServiceMetadata s_metadata = new AmazonS3ControlMetadata();

    /// <summary>Uses the SDK's own credentials chain.</summary>
    /// <param name="config">The settings.</param>
    public AmazonS3ControlClient(AmazonS3ControlConfig config)
        : base(config)
    {
    }

    /// <summary>Uses the given credentials.</summary>
    /// <param name="clientConfig">The settings.</param>
    public AmazonS3ControlClient(AWSCredentials credentials, AmazonS3ControlConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => s_metadata;

    /// <inheritdoc/>
    public virtual Task<CreateMultiRegionAccessPointResponse> CreateMultiRegionAccessPointAsync(
        CreateMultiRegionAccessPointRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateMultiRegionAccessPointResponse>(request, S3ControlOperations.CreateMultiRegionAccessPoint, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteMultiRegionAccessPointResponse> DeleteMultiRegionAccessPointAsync(
        DeleteMultiRegionAccessPointRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteMultiRegionAccessPointResponse>(request, S3ControlOperations.DeleteMultiRegionAccessPoint, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateJobResponse> CreateJobAsync(
        CreateJobRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateJobResponse>(request, S3ControlOperations.CreateJob, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeJobResponse> DescribeJobAsync(
        DescribeJobRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeJobResponse>(request, S3ControlOperations.DescribeJob, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListJobsResponse> ListJobsAsync(
        ListJobsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListJobsResponse>(request, S3ControlOperations.ListJobs, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateJobStatusResponse> UpdateJobStatusAsync(
        UpdateJobStatusRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateJobStatusResponse>(request, S3ControlOperations.UpdateJobStatus, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeMultiRegionAccessPointOperationResponse> DescribeMultiRegionAccessPointOperationAsync(
        DescribeMultiRegionAccessPointOperationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeMultiRegionAccessPointOperationResponse>(
            request, S3ControlOperations.DescribeMultiRegionAccessPointOperation, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetMultiRegionAccessPointResponse> GetMultiRegionAccessPointAsync(
        GetMultiRegionAccessPointRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetMultiRegionAccessPointResponse>(request, S3ControlOperations.GetMultiRegionAccessPoint, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetMultiRegionAccessPointPolicyResponse> GetMultiRegionAccessPointPolicyAsync(
        GetMultiRegionAccessPointPolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetMultiRegionAccessPointPolicyResponse>(
            request, S3ControlOperations.GetMultiRegionAccessPointPolicy, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetMultiRegionAccessPointPolicyStatusResponse> GetMultiRegionAccessPointPolicyStatusAsync(
        GetMultiRegionAccessPointPolicyStatusRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetMultiRegionAccessPointPolicyStatusResponse>(
            request, S3ControlOperations.GetMultiRegionAccessPointPolicyStatus, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetMultiRegionAccessPointRoutesResponse> GetMultiRegionAccessPointRoutesAsync(
        GetMultiRegionAccessPointRoutesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetMultiRegionAccessPointRoutesResponse>(
            request, S3ControlOperations.GetMultiRegionAccessPointRoutes, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListMultiRegionAccessPointsResponse> ListMultiRegionAccessPointsAsync(
        ListMultiRegionAccessPointsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListMultiRegionAccessPointsResponse>(request, S3ControlOperations.ListMultiRegionAccessPoints, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutMultiRegionAccessPointPolicyResponse> PutMultiRegionAccessPointPolicyAsync(
        PutMultiRegionAccessPointPolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutMultiRegionAccessPointPolicyResponse>(
            request, S3ControlOperations.PutMultiRegionAccessPointPolicy, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SubmitMultiRegionAccessPointRoutesResponse> SubmitMultiRegionAccessPointRoutesAsync(
        SubmitMultiRegionAccessPointRoutesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SubmitMultiRegionAccessPointRoutesResponse>(
            request, S3ControlOperations.SubmitMultiRegionAccessPointRoutes, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeletePublicAccessBlockResponse> DeletePublicAccessBlockAsync(
        DeletePublicAccessBlockRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeletePublicAccessBlockResponse>(request, S3ControlOperations.DeletePublicAccessBlock, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetPublicAccessBlockResponse> GetPublicAccessBlockAsync(
        GetPublicAccessBlockRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetPublicAccessBlockResponse>(request, S3ControlOperations.GetPublicAccessBlock, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutPublicAccessBlockResponse> PutPublicAccessBlockAsync(
        PutPublicAccessBlockRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutPublicAccessBlockResponse>(request, S3ControlOperations.PutPublicAccessBlock, cancellationToken);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new S3ControlEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new S3ControlAuthResolver());
    }
}
