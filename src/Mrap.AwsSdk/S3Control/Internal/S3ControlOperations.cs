using System.Globalization;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3Control.Model;
using static Amazon.S3Control.Internal.S3ControlRequest;
using Mrap.AwsSdk.Protocol;

namespace Amazon.S3Control.Internal;

/// <summary>How each operation goes out and comes back.</summary>
internal static class S3ControlOperations
{
    private const string AsyncPath = "/v20180820/async-requests/mrap";
    private const string InstancesPath = "/v20180820/mrap/instances";
    private const string JobsPath = "/v20180820/jobs";
    private const string BlockPath = "/v20180820/configuration/publicAccessBlock";

    public static InvokeOptions CreateMultiRegionAccessPoint { get; } =
        Operation<CreateMultiRegionAccessPointRequest, CreateMultiRegionAccessPointResponse>(
        r => Create(r, r.AccountId, "POST", $"{AsyncPath}/create", S3ControlBodies.Of(r)),
        x => new() { RequestTokenARN = ResponseXml.Text(x, "RequestTokenARN") });

    public static InvokeOptions DeleteMultiRegionAccessPoint { get; } =
        Operation<DeleteMultiRegionAccessPointRequest, DeleteMultiRegionAccessPointResponse>(
        r => Create(r, r.AccountId, "POST", $"{AsyncPath}/delete", S3ControlBodies.Of(r)),
        x => new() { RequestTokenARN = ResponseXml.Text(x, "RequestTokenARN") });

    public static InvokeOptions PutMultiRegionAccessPointPolicy { get; } =
        Operation<PutMultiRegionAccessPointPolicyRequest, PutMultiRegionAccessPointPolicyResponse>(
        r => Create(r, r.AccountId, "POST", $"{AsyncPath}/put-policy", S3ControlBodies.Of(r)),
        x => new() { RequestTokenARN = ResponseXml.Text(x, "RequestTokenARN") });

    public static InvokeOptions DescribeMultiRegionAccessPointOperation { get; } =
        Operation<DescribeMultiRegionAccessPointOperationRequest, DescribeMultiRegionAccessPointOperationResponse>(
        r =>
            Labelled(
                r, r.AccountId, "GET", $"{AsyncPath}/{{request_token+}}", "{request_token+}",
                Required(r.RequestTokenARN, "RequestTokenARN")),
        x => new() { AsyncOperation = S3ControlAnswers.Operation(ResponseXml.Child(x, "AsyncOperation")) });

    public static InvokeOptions GetMultiRegionAccessPoint { get; } =
        Operation<GetMultiRegionAccessPointRequest, GetMultiRegionAccessPointResponse>(
        r => Labelled(r, r.AccountId, "GET", $"{InstancesPath}/{{name+}}", "{name+}", Required(r.Name, "Name")),
        x => new() { AccessPoint = ResponseXml.Child(x, "AccessPoint") is { } report ? S3ControlAnswers.Report(report) : null });

    public static InvokeOptions GetMultiRegionAccessPointPolicy { get; } =
        Operation<GetMultiRegionAccessPointPolicyRequest, GetMultiRegionAccessPointPolicyResponse>(
        r => Labelled(r, r.AccountId, "GET", $"{InstancesPath}/{{name+}}/policy", "{name+}", Required(r.Name, "Name")),
        x => new() { Policy = S3ControlAnswers.Policies(ResponseXml.Child(x, "Policy")) });

    public static InvokeOptions GetMultiRegionAccessPointPolicyStatus { get; } =
        Operation<GetMultiRegionAccessPointPolicyStatusRequest, GetMultiRegionAccessPointPolicyStatusResponse>(
        r => Labelled(r, r.AccountId, "GET", $"{InstancesPath}/{{name+}}/policystatus", "{name+}", Required(r.Name, "Name")),
        x =>
            new()
            {
                Established = ResponseXml.Child(x, "Established") is { } status
                ? new() { IsPublic = ResponseXml.Bool(status, "IsPublic") }
                : null
            });

    public static InvokeOptions GetMultiRegionAccessPointRoutes { get; } =
        Operation<GetMultiRegionAccessPointRoutesRequest, GetMultiRegionAccessPointRoutesResponse>(
        r => Labelled(r, r.AccountId, "GET", $"{InstancesPath}/{{mrap+}}/routes", "{mrap+}", Required(r.Mrap, "Mrap")),
        x => new() { Mrap = ResponseXml.Text(x, "Mrap"), Routes = ResponseXml.List(x, "Routes", "Route", S3ControlAnswers.Route) });

    public static InvokeOptions SubmitMultiRegionAccessPointRoutes { get; } =
        Operation<SubmitMultiRegionAccessPointRoutesRequest, SubmitMultiRegionAccessPointRoutesResponse>(
        r =>
            Labelled(
                r, r.AccountId, "PATCH", $"{InstancesPath}/{{mrap+}}/routes", "{mrap+}", Required(r.Mrap, "Mrap"), S3ControlBodies.Of(r)),
        _ => new());

    public static InvokeOptions ListMultiRegionAccessPoints { get; } =
        Operation<ListMultiRegionAccessPointsRequest, ListMultiRegionAccessPointsResponse>(
        List,
        x =>
            new()
            {
                AccessPoints = ResponseXml.List(x, "AccessPoints", "AccessPoint", S3ControlAnswers.Report),
                NextToken = ResponseXml.Text(x, "NextToken")
            });

    public static InvokeOptions GetPublicAccessBlock { get; } = Operation<GetPublicAccessBlockRequest, GetPublicAccessBlockResponse>(
        r => Create(r, r.AccountId, "GET", BlockPath),
        x => new() { PublicAccessBlockConfiguration = S3ControlAnswers.Block(x) });

    public static InvokeOptions PutPublicAccessBlock { get; } = Operation<PutPublicAccessBlockRequest, PutPublicAccessBlockResponse>(
        r => Create(r, r.AccountId, "PUT", BlockPath, S3ControlBodies.Of(r)),
        _ => new());

    public static InvokeOptions DeletePublicAccessBlock { get; } =
        Operation<DeletePublicAccessBlockRequest, DeletePublicAccessBlockResponse>(
        r => Create(r, r.AccountId, "DELETE", BlockPath),
        _ => new());

    public static InvokeOptions CreateJob { get; } = Operation<CreateJobRequest, CreateJobResponse>(
        r => Create(r, r.AccountId, "POST", JobsPath, S3ControlJobs.Of(r)),
        x => new() { JobId = ResponseXml.Text(x, "JobId") });

    public static InvokeOptions DescribeJob { get; } = Operation<DescribeJobRequest, DescribeJobResponse>(
        r => Labelled(r, r.AccountId, "GET", $"{JobsPath}/{{id}}", "{id}", Required(r.JobId, "JobId")),
        x => new() { Job = S3ControlJobs.Job(ResponseXml.Child(x, "Job")) });

    public static InvokeOptions ListJobs { get; } = Operation<ListJobsRequest, ListJobsResponse>(
        List,
        x => new()
        {
            NextToken = ResponseXml.Text(x, "NextToken"),
            Jobs = ResponseXml.List(x, "Jobs", "member", S3ControlJobs.Listed),
        });

    public static InvokeOptions UpdateJobStatus { get; } = Operation<UpdateJobStatusRequest, UpdateJobStatusResponse>(
        Update,
        x => new()
        {
            JobId = ResponseXml.Text(x, "JobId"),
            Status = S3ControlJobs.Status(x),
            StatusUpdateReason = ResponseXml.Text(x, "StatusUpdateReason"),
        });

    private static InvokeOptions Operation<TRequest, TResponse>(Func<TRequest, IRequest> marshal, Func<XElement, TResponse> read)
        where TRequest : AmazonS3ControlRequest
        where TResponse : AmazonWebServiceResponse =>
        new()
        {
            RequestMarshaller = new S3ControlMarshaller<TRequest>(marshal),
            ResponseUnmarshaller = new S3ControlUnmarshaller<TResponse>(read),
        };

    private static DefaultRequest Labelled(
        AmazonWebServiceRequest input, string? account, string method, string path, string label, string value, XElement? body = null)
    {
        var request = Create(input, account, method, path, body);
        request.AddPathResource(label, value);
        return request;
    }

    private static DefaultRequest List(ListMultiRegionAccessPointsRequest input)
    {
        var request = Create(input, input.AccountId, "GET", InstancesPath);
        request.UseQueryString = true;
        if (input.MaxResults is { } most)
        {
            request.Parameters["maxResults"] = most.ToString(CultureInfo.InvariantCulture);
        }

        if (input.NextToken is { } token)
        {
            request.Parameters["nextToken"] = token;
        }

        return request;
    }

    private static DefaultRequest List(ListJobsRequest input)
    {
        var request = Create(input, input.AccountId, "GET", JobsPath);
        request.UseQueryString = true;
        if (input.JobStatuses is { Count: > 0 } statuses)
        {
            request.ParameterCollection.Add("jobStatuses", [.. statuses.Select(status => status.Value)]);
        }

        if (input.MaxResults is { } most)
        {
            request.Parameters["maxResults"] = most.ToString(CultureInfo.InvariantCulture);
        }

        if (input.NextToken is { } token)
        {
            request.Parameters["nextToken"] = token;
        }

        return request;
    }

    private static DefaultRequest Update(UpdateJobStatusRequest input)
    {
        var request = Labelled(
            input, input.AccountId, "POST", $"{JobsPath}/{{id}}/status", "{id}", Required(input.JobId, "JobId"));
        request.UseQueryString = true;
        request.Parameters["requestedJobStatus"] = Required(input.RequestedJobStatus?.Value, "RequestedJobStatus");
        if (input.StatusUpdateReason is { } reason)
        {
            request.Parameters["statusUpdateReason"] = reason;
        }

        return request;
    }
}
