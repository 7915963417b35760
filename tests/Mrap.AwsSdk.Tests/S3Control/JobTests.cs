using Amazon.S3Control;
using Amazon.S3Control.Model;

namespace Mrap.AwsSdk.Tests.S3Control;

/// <summary>Batch jobs as the Amazon S3 API Reference has them: "CreateJob", "DescribeJob", "ListJobs" and "UpdateJobStatus".</summary>
public sealed class JobTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_OfAReplication_SendsTheBodyOfTheCli()
    {
        await using var server = await S3ControlServer.AnsweringAsync("<CreateJobResult><JobId>job-1</JobId></CreateJobResult>");

        var answer = await server.Client.CreateJobAsync(
            new CreateJobRequest
            {
                AccountId = S3ControlServer.Account,
                ConfirmationRequired = false,
                Operation = new JobOperation { S3ReplicateObject = new S3ReplicateObjectOperation() },
                Report = new JobReport { Enabled = false },
                ClientRequestToken = "tok",
                Priority = 10,
                RoleArn = "arn:aws:iam::123456789012:role/replication",
                ManifestGenerator = new JobManifestGenerator
                {
                    S3JobManifestGenerator = new S3JobManifestGenerator
                    {
                        SourceBucket = "arn:aws:s3:::orders",
                        EnableManifestOutput = false,
                        Filter = new JobManifestGeneratorFilter
                        {
                            EligibleForReplication = true,
                            ObjectReplicationStatuses = [ReplicationStatus.NONE, ReplicationStatus.FAILED],
                            KeyNameConstraint = new KeyNameConstraint { MatchAnyPrefix = ["a&b"] },
                        },
                    },
                },
            },
            Cancellation);

        answer.JobId.ShouldBe("job-1");
        (server.Only.Method, server.Only.RawTarget).ShouldBe(("POST", "/v20180820/jobs"));
        server.Only.Text.ShouldBe(
            "<CreateJobRequest xmlns=\"http://awss3control.amazonaws.com/doc/2018-08-20/\"><ConfirmationRequired>false"
                + "</ConfirmationRequired><Operation><S3ReplicateObject /></Operation><Report><Enabled>false</Enabled></Report>"
                + "<ClientRequestToken>tok"
                + "</ClientRequestToken><Priority>10</Priority><RoleArn>arn:aws:iam::123456789012:role/replication</RoleArn>"
                + "<ManifestGenerator><S3JobManifestGenerator><SourceBucket>arn:aws:s3:::orders</SourceBucket><Filter>"
                + "<EligibleForReplication>true</EligibleForReplication><ObjectReplicationStatuses><member>NONE</member>"
                + "<member>FAILED</member></ObjectReplicationStatuses><KeyNameConstraint><MatchAnyPrefix><member>a&amp;b</member>"
                + "</MatchAnyPrefix></KeyNameConstraint></Filter><EnableManifestOutput>false</EnableManifestOutput>"
                + "</S3JobManifestGenerator></ManifestGenerator></CreateJobRequest>");
    }

    [Fact]
    public async Task Describe_ReadsProgressAndFailures()
    {
        await using var server = await S3ControlServer.AnsweringAsync(
            """
            <DescribeJobResult><Job><JobId>job-1</JobId><Status>Failed</Status><Priority>10</Priority>
            <ProgressSummary><TotalNumberOfTasks>5</TotalNumberOfTasks><NumberOfTasksSucceeded>3</NumberOfTasksSucceeded>
            <NumberOfTasksFailed>2</NumberOfTasksFailed></ProgressSummary>
            <FailureReasons><member><FailureCode>JobFailed</FailureCode><FailureReason>Too many</FailureReason></member></FailureReasons>
            <CreationTime>2026-11-27T10:00:00Z</CreationTime></Job></DescribeJobResult>
            """);

        var job = (await server.Client.DescribeJobAsync(
            new DescribeJobRequest { AccountId = S3ControlServer.Account, JobId = "job-1" }, Cancellation)).Job.ShouldNotBeNull();

        (server.Only.Method, server.Only.RawTarget).ShouldBe(("GET", "/v20180820/jobs/job-1"));
        job.Status.ShouldBe(JobStatus.Failed);
        (job.ProgressSummary!.TotalNumberOfTasks, job.ProgressSummary.NumberOfTasksSucceeded, job.ProgressSummary.NumberOfTasksFailed)
            .ShouldBe((5, 3, 2));
        job.FailureReasons.ShouldNotBeNull().ShouldHaveSingleItem().FailureReason.ShouldBe("Too many");
        job.CreationTime.ShouldBe(new DateTime(2026, 11, 27, 10, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task List_AsksForStatuses()
    {
        await using var server = await S3ControlServer.AnsweringAsync(
            "<ListJobsResult><NextToken>more</NextToken><Jobs><member><JobId>job-1</JobId><Operation>S3ReplicateObject</Operation>"
                + "<Status>Active</Status></member></Jobs></ListJobsResult>");

        var answer = await server.Client.ListJobsAsync(
            new ListJobsRequest { AccountId = S3ControlServer.Account, JobStatuses = [JobStatus.Active, JobStatus.New], MaxResults = 5 },
            Cancellation);

        server.Only.RawTarget.ShouldBe("/v20180820/jobs?jobStatuses=Active&jobStatuses=New&maxResults=5");
        answer.NextToken.ShouldBe("more");
        var job = answer.Jobs.ShouldNotBeNull().ShouldHaveSingleItem();
        (job.JobId, job.Operation, job.Status).ShouldBe(("job-1", OperationName.S3ReplicateObject, JobStatus.Active));
    }

    [Fact]
    public async Task Update_SaysWhatTheJobIsToBecomeInTheQuery()
    {
        await using var server = await S3ControlServer.AnsweringAsync(
            "<UpdateJobStatusResult><JobId>job-1</JobId><Status>Cancelling</Status></UpdateJobStatusResult>");

        var answer = await server.Client.UpdateJobStatusAsync(
            new UpdateJobStatusRequest
            {
                AccountId = S3ControlServer.Account,
                JobId = "job-1",
                RequestedJobStatus = RequestedJobStatus.Cancelled,
                StatusUpdateReason = "no longer wanted",
            },
            Cancellation);

        (server.Only.Method, server.Only.RawTarget).ShouldBe(
            ("POST", "/v20180820/jobs/job-1/status?requestedJobStatus=Cancelled&statusUpdateReason=no%20longer%20wanted"));
        answer.Status.ShouldBe(JobStatus.Cancelling);
    }
}
