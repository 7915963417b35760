using Amazon.Runtime;
using Amazon.S3Control.Model;

namespace Amazon.S3Control;

/// <summary>
/// Amazon S3 Control, API version 2018-08-20: the operations on Multi-Region Access Points and on the account's public access block.
/// </summary>
public interface IAmazonS3Control : IAmazonService, IDisposable
{
    /// <summary>Asks for a new access point; the work goes on after the answer.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AmazonS3ControlException">The service refused.</exception>
    Task<CreateMultiRegionAccessPointResponse> CreateMultiRegionAccessPointAsync(
        CreateMultiRegionAccessPointRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks for the removal of an access point; the work goes on after the answer.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AmazonS3ControlException">The service refused.</exception>
    Task<DeleteMultiRegionAccessPointResponse> DeleteMultiRegionAccessPointAsync(
        DeleteMultiRegionAccessPointRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tells how far an asynchronous operation is.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AmazonS3ControlException">The service refused.</exception>
    Task<DescribeMultiRegionAccessPointOperationResponse> DescribeMultiRegionAccessPointOperationAsync(
        DescribeMultiRegionAccessPointOperationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reports one access point.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AmazonS3ControlException">The service refused.</exception>
    Task<GetMultiRegionAccessPointResponse> GetMultiRegionAccessPointAsync(
        GetMultiRegionAccessPointRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reports the policies of an access point.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AmazonS3ControlException">The service refused.</exception>
    Task<GetMultiRegionAccessPointPolicyResponse> GetMultiRegionAccessPointPolicyAsync(
        GetMultiRegionAccessPointPolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tells whether the policy in force is public.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AmazonS3ControlException">The service refused.</exception>
    Task<GetMultiRegionAccessPointPolicyStatusResponse> GetMultiRegionAccessPointPolicyStatusAsync(
        GetMultiRegionAccessPointPolicyStatusRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reports the routes of an access point.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AmazonS3ControlException">The service refused.</exception>
    Task<GetMultiRegionAccessPointRoutesResponse> GetMultiRegionAccessPointRoutesAsync(
        GetMultiRegionAccessPointRoutesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reports all access points of the account.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AmazonS3ControlException">The service refused.</exception>
    Task<ListMultiRegionAccessPointsResponse> ListMultiRegionAccessPointsAsync(
        ListMultiRegionAccessPointsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks for another policy; the work goes on after the answer.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AmazonS3ControlException">The service refused.</exception>
    Task<PutMultiRegionAccessPointPolicyResponse> PutMultiRegionAccessPointPolicyAsync(
        PutMultiRegionAccessPointPolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes routes of an access point.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AmazonS3ControlException">The service refused.</exception>
    Task<SubmitMultiRegionAccessPointRoutesResponse> SubmitMultiRegionAccessPointRoutesAsync(
        SubmitMultiRegionAccessPointRoutesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes the public access block of the account.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AmazonS3ControlException">The service refused.</exception>
    Task<DeletePublicAccessBlockResponse> DeletePublicAccessBlockAsync(
        DeletePublicAccessBlockRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reports the public access block of the account.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AmazonS3ControlException">The service refused.</exception>
    Task<GetPublicAccessBlockResponse> GetPublicAccessBlockAsync(
        GetPublicAccessBlockRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the public access block of the account.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AmazonS3ControlException">The service refused.</exception>
    Task<PutPublicAccessBlockResponse> PutPublicAccessBlockAsync(
        PutPublicAccessBlockRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonS3ControlConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonS3ControlClient(awsCredentials, (AmazonS3ControlConfig)clientConfig);

    /// <summary>Makes a batch job.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    Task<CreateJobResponse> CreateJobAsync(CreateJobRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tells how far a batch job is.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    Task<DescribeJobResponse> DescribeJobAsync(DescribeJobRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists batch jobs.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    Task<ListJobsResponse> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Confirms or cancels a batch job.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    Task<UpdateJobStatusResponse> UpdateJobStatusAsync(UpdateJobStatusRequest request, CancellationToken cancellationToken = default);
}
