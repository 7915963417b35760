using System.Text.Json;
using Mrap.Testing;
using static Mrap.Sandbox.Tests.Replication.ReplicationBench;

namespace Mrap.Sandbox.Tests.Replication;

/// <summary>S3 Batch Replication: objects from before the rules, and those that failed.</summary>
public sealed class BatchJobTests
{
    private const string BothTrusted =
        """
        {"Statement":[{"Effect":"Allow","Principal":{"Service":["s3.amazonaws.com","batchoperations.s3.amazonaws.com"]},
        "Action":"sts:AssumeRole"}]}
        """;

    [Fact]
    public async Task Job_ReplicatesWhatWasThereBeforeTheRulesAndReportsIt()
    {
        await using var bench = await StartAsync(trust: BothTrusted);
        var old = await bench.PutAsync(Source, "old file");
        await bench.PutRulesAsync(Source, Rule(Ireland));
        (await bench.StatusAsync(Source, "old%20file")).ShouldBe("none");

        var id = await CreateAsync(bench, filter: "<EligibleForReplication>true</EligibleForReplication>");
        var job = await EndAsync(bench, id);

        job.Value("Status").ShouldBe("Complete", job.Text);
        (job.Value("TotalNumberOfTasks"), job.Value("NumberOfTasksSucceeded")).ShouldBe(("1", "1"));
        (await bench.HeadAsync(Ireland, "old%20file")).Headers["x-amz-version-id"].ShouldBe(old);
        var manifest = JsonDocument.Parse((await bench.S3Async("GET", Tokyo, $"/reports/job-{id}/manifest.json")).Body).RootElement;
        manifest.GetProperty("Format").GetString().ShouldBe("Report_CSV_20180820");
        var report = await bench.S3Async("GET", Tokyo, "/" + manifest.GetProperty("Results")[0].GetProperty("Key").GetString());
        report.Text.ShouldBe($"{Source},old%20file,{old},succeeded,,200,Successful\n");
        var listed = await ControlAsync(bench, "GET", "/jobs?jobStatuses=Complete");
        (listed.Value("JobId"), listed.Value("Operation")).ShouldBe((id, "S3ReplicateObject"));
    }

    [Fact]
    public async Task Job_AboutWhatFailed_TriesItAgainOnceItIsConfirmed()
    {
        await using var bench = await StartAsync(trust: BothTrusted);
        await bench.PutRulesAsync(Source, Rule(Ireland));
        await bench.PutAsync(Source, "good");
        await bench.DrainAsync();
        await bench.VersionAsync(Ireland, "Suspended");
        await bench.PutAsync(Source, "bad");
        await bench.DrainAsync();
        (await bench.StatusAsync(Source, "bad")).ShouldBe("FAILED");
        await bench.VersionAsync(Ireland, "Enabled");

        var id = await CreateAsync(
            bench, confirm: true, filter: "<ObjectReplicationStatuses><member>FAILED</member></ObjectReplicationStatuses>");
        await UntilAsync(bench, id, "Suspended");
        var confirmed = await ControlAsync(bench, "POST", $"/jobs/{id}/status?requestedJobStatus=Ready");
        confirmed.Value("Status").ShouldBe("Ready", confirmed.Text);

        (await EndAsync(bench, id)).Value("TotalNumberOfTasks").ShouldBe("1");
        (await bench.StatusAsync(Source, "bad")).ShouldBe("COMPLETED");
        (await bench.StatusAsync(Ireland, "bad")).ShouldBe("REPLICA");
        (await bench.DrainAsync()).GetProperty("failed").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task Job_Cancelled_GoesNoFurther()
    {
        await using var bench = await StartAsync(trust: BothTrusted);
        await bench.PutRulesAsync(Source, Rule(Ireland));
        var id = await CreateAsync(bench, confirm: true);
        await UntilAsync(bench, id, "Suspended");

        var cancelled = await ControlAsync(bench, "POST", $"/jobs/{id}/status?requestedJobStatus=Cancelled&statusUpdateReason=no");
        var again = await ControlAsync(bench, "POST", $"/jobs/{id}/status?requestedJobStatus=Ready");

        (cancelled.Value("Status"), cancelled.Value("StatusUpdateReason")).ShouldBe(("Cancelled", "no"));
        (again.Status, again.ErrorCode).ShouldBe((400, "JobStatusException"));
        (await ControlAsync(bench, "GET", "/jobs/none")).ErrorCode.ShouldBe("NoSuchJob");
    }

    [Fact]
    public async Task Job_WhoseRoleBatchOperationsMayNotAssume_Fails()
    {
        await using var bench = await StartAsync();
        await bench.PutRulesAsync(Source, Rule(Ireland));

        var job = await EndAsync(bench, await CreateAsync(bench));

        (job.Value("Status"), job.Value("FailureCode")).ShouldBe(("Failed", "AssumeRoleFailed"));
    }

    private static async Task<string> CreateAsync(ReplicationBench bench, bool confirm = false, string filter = "")
    {
        var answer = await ControlAsync(
            bench, "POST", "/jobs",
            $"""
            <CreateJobRequest xmlns="http://awss3control.amazonaws.com/doc/2018-08-20/">
            <ConfirmationRequired>{(confirm ? "true" : "false")}</ConfirmationRequired><Operation><S3ReplicateObject/></Operation>
            <Report><Bucket>arn:aws:s3:::{Tokyo}</Bucket><Format>Report_CSV_20180820</Format><Enabled>true</Enabled>
            <Prefix>reports</Prefix><ReportScope>AllTasks</ReportScope></Report><ClientRequestToken>token</ClientRequestToken>
            <ManifestGenerator><S3JobManifestGenerator><SourceBucket>arn:aws:s3:::{Source}</SourceBucket><Filter>{filter}</Filter>
            <EnableManifestOutput>false</EnableManifestOutput></S3JobManifestGenerator></ManifestGenerator>
            <Priority>1</Priority><RoleArn>{Role}</RoleArn></CreateJobRequest>
            """);
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Value("JobId")!;
    }

    private static async Task<WireAnswer> EndAsync(ReplicationBench bench, string id)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var job = await ControlAsync(bench, "GET", $"/jobs/{id}");
            if (job.Value("TerminationDate") is not null)
            {
                return job;
            }
        }
    }

    private static async Task UntilAsync(ReplicationBench bench, string id, string status)
    {
        while ((await ControlAsync(bench, "GET", $"/jobs/{id}")).Value("Status") != status)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static Task<WireAnswer> ControlAsync(ReplicationBench bench, string method, string path, string body = "") =>
        bench.Client.ControlAsync(method, path, body, "us-east-1", TestContext.Current.CancellationToken);
}
