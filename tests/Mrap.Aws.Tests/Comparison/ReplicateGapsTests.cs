using Mrap.Aws.Comparison;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;
using Mrap.Core.Regions;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Comparison;

/// <summary>Batch replication against recorded answers of S3 and S3 Control.</summary>
public sealed class ReplicateGapsTests
{
    private const string Rules =
        """
        <ReplicationConfiguration><Role>arn:aws:iam::111122223333:role/replication</Role><Rule><ID>a</ID><Status>Enabled</Status>
        <Priority>1</Priority><Filter></Filter><Destination><Bucket>arn:aws:s3:::orders-us</Bucket></Destination></Rule>
        </ReplicationConfiguration>
        """;

    private static readonly AccountId s_owner = AccountId.Parse("111122223333").Value;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static AccessPoint Orders { get; } = new(
        AccessPointName.Parse("orders").Value, default, s_owner, default, AccessPointStatus.Ready, BlockPublicAccess.AllOff,
        [Member("orders-eu", "eu-west-1"), Member("orders-us", "us-east-1")]);

    [Fact]
    public async Task Failed_Gaps_AreReplicatedByAJobInTheirSourcesRegion()
    {
        await using var server = await StartAsync(
            "<Job><Status>Active</Status></Job>",
            """
            <Job><Status>Complete</Status><ProgressSummary><TotalNumberOfTasks>2</TotalNumberOfTasks>
            <NumberOfTasksSucceeded>2</NumberOfTasksSucceeded><NumberOfTasksFailed>0</NumberOfTasksFailed></ProgressSummary></Job>
            """);
        using var console = new ConsoleServices(server.Port);

        var done = await RunAsync(
            console, Gap("a&b", GapReason.Failed), Gap("c", GapReason.OlderThanRule), Gap("no-rule", GapReason.NotCovered));

        done.IsSuccess.ShouldBeTrue();
        done.Steps.ShouldHaveSingleItem().Note.ShouldBe("Complete: 2 of 2 replicated, 0 failed");
        var job = server.Requests.Single(
            request => request.Method == "POST" && request.RawTarget.EndsWith("/jobs", StringComparison.Ordinal));
        job.Host.ShouldStartWith("111122223333.s3-control.eu-west-1.");
        job.Text.ShouldContain("<RoleArn>arn:aws:iam::111122223333:role/replication</RoleArn>");
        job.Text.ShouldContain("<MatchAnyPrefix><member>a&amp;b</member><member>c</member></MatchAnyPrefix>");
        job.Text.ShouldContain($"<ClientRequestToken>{TokenIn(done.Plan.Cli)}</ClientRequestToken>");
    }

    [Fact]
    public async Task Job_ThatFails_SaysWhy()
    {
        await using var server = await StartAsync(
            "<Job><JobId>job-1</JobId><Status>Failed</Status><FailureReasons><member><FailureCode>x</FailureCode>"
                + "<FailureReason>The role cannot be assumed</FailureReason></member></FailureReasons></Job>");
        using var console = new ConsoleServices(server.Port);

        var done = await RunAsync(console, Gap("a", GapReason.Failed));

        done.Fault.ShouldNotBeNull().Why.ShouldBe("The job job-1 ended as Failed: The role cannot be assumed.");
    }

    [Fact]
    public async Task Gaps_ThatNoRuleCovers_AreNothingToReplicate()
    {
        await using var server = await StartAsync();
        using var console = new ConsoleServices(server.Port);

        var plan = await console.Get<ReplicateGaps>().PlanAsync(
            Orders, [Gap("a", GapReason.NotCovered), Gap("b", GapReason.Pending)], Cancellation);

        plan.Fault.ShouldNotBeNull().WhatHappened.ShouldBe("There is nothing that a rule replicates.");
        server.Requests.ShouldBeEmpty();
    }

    private static async Task<PlanProgress> RunAsync(ConsoleServices console, params Gap[] gaps)
    {
        var replicate = console.Get<ReplicateGaps>();
        var plan = (await replicate.PlanAsync(Orders, [.. gaps], Cancellation)).Value;
        return await replicate.ExecuteAsync(plan, from: 0, Cancellation).LastAsync(Cancellation);
    }

    // the last answer about the job is repeated
    private static Task<RecordingServer> StartAsync(params string[] jobs)
    {
        var asked = 0;
        return RecordingServer.StartAsync((request, _) => request switch
        {
            { RawTarget: var target } when target.Contains("replication", StringComparison.Ordinal) => new RecordedAnswer(200, Rules),
            { Method: "GET" } => new RecordedAnswer(
                200, $"<DescribeJobResult>{jobs[Math.Min(asked++, jobs.Length - 1)]}</DescribeJobResult>"),
            { RawTarget: var target } when target.EndsWith("/jobs", StringComparison.Ordinal) =>
                new RecordedAnswer(200, "<CreateJobResult><JobId>job-1</JobId></CreateJobResult>"),
            _ => new RecordedAnswer(
                200,
                "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:root</Arn><UserId>u</UserId>"
                    + "<Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"),
        });
    }

    private static string TokenIn(string cli) => cli.Split("--client-request-token ")[1].Split(' ')[0];

    private static Gap Gap(string key, GapReason reason) => new(
        new KeyDifference(key, [new KeyCopy(CopyState.Present, "\"1\"", 1, DateTimeOffset.UnixEpoch), KeyCopy.Missing]), [reason]);

    private static MemberBucket Member(string bucket, string region) =>
        new(BucketName.Parse(bucket).Value, RegionId.Parse(region).Value, s_owner);
}
