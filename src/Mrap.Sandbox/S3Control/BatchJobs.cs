using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Arns;
using Mrap.Sandbox.Replication;
using Mrap.Sandbox.Replication.Jobs;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3Control;

/// <summary>
/// CreateJob, DescribeJob, ListJobs and UpdateJobStatus of S3 Batch Operations, for S3 Batch Replication with a manifest that S3 makes
/// (S3 Control API Reference).
/// </summary>
internal sealed class BatchJobs(
    ControlAccess access, ReplicationJobs jobs, JobRunner runner, ReplicationReports reports, TimeProvider time) : IControlOperations
{
    private const int MaxPage = 1000;
    private const string StatusSuffix = "/status";

    /// <inheritdoc/>
    public ImmutableArray<ControlOperation> Operations =>
    [
        Operation("CreateJob", "POST", "/jobs", CreateAsync),
        Operation("ListJobs", "GET", "/jobs", ListAsync),
        Operation("DescribeJob", "GET", "/jobs/{name+}", DescribeAsync),
        Operation("UpdateJobStatus", "POST", "/jobs/{name+}" + StatusSuffix, UpdateAsync),
    ];

    private static ControlOperation Operation(string name, string method, string path, Func<ControlCall, Task> handler) =>
        new(name, method, new ControlPathTemplate(path))
        {
            Regions = ControlRegions.All,
            Resource = ControlResource.NameInBody,
            Handler = handler,
        };

    private Task CreateAsync(ControlCall call)
    {
        var document = XmlBody.Parse(call.Body, "CreateJobRequest");
        access.Require(call, call.Operation.Action, "*");
        var role = document.Require("RoleArn").Value;
        access.Require(call, "iam:PassRole", role);
        var operations = document.Require("Operation").Elements().ToList();
        if (operations is not [{ Name.LocalName: "S3ReplicateObject" }])
        {
            throw ServiceException.Of(501, "NotImplemented", "The sandbox carries out S3ReplicateObject only.");
        }

        if (document.One("ManifestGenerator")?.One("S3JobManifestGenerator") is not { } generator)
        {
            throw ServiceException.Of(501, "NotImplemented", "The sandbox makes manifests itself: send an S3JobManifestGenerator.");
        }

        var job = new ReplicationJob(
            Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture), call.Account.Value, call.Region.Value, time.GetUtcNow(),
            BucketOf(generator.Require("SourceBucket").Value), role, ReadPriority(document.Require("Priority").Value),
            document.Require("ClientRequestToken").Value)
        {
            Description = document.Text("Description"),
            NeedsConfirmation = document.Text("ConfirmationRequired") == "true",
            Filter = ReadFilter(generator.One("Filter")),
            Report = ReadReport(document.Require("Report")),
        };
        var added = jobs.Add(job);
        if (ReferenceEquals(added, job))
        {
            runner.Run(job.Id);
        }

        return call.AnswerAsync("CreateJobResult", xml => xml.Element("JobId", added.Id));
    }

    private Task DescribeAsync(ControlCall call)
    {
        var job = Require(call, call.Argument);
        return call.AnswerAsync("DescribeJobResult", xml => xml.Group("Job", () => JobXml.WriteJob(xml, job)));
    }

    private Task ListAsync(ControlCall call)
    {
        access.Require(call, call.Operation.Action, "*");
        var query = call.Exchange.Http.Request.Query;
        var statuses = query["jobStatuses"].SelectMany(text => (text ?? string.Empty).Split(',')).ToList();
        var limit = query["maxResults"].ToString() is { Length: > 0 } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read is > 0 and <= MaxPage
                ? read
                : throw ServiceErrors.InvalidRequest("maxResults must be from 1 to 1000.")
            : MaxPage;
        var after = query["nextToken"].ToString();
        var all = jobs.All
            .Where(job => (job.Account, job.Region) == (call.Account.Value, call.Region.Value))
            .Where(job => statuses.Count == 0 || statuses.Contains(job.Status.ToString()))
            .ToList();
        var page = all.Skip(after.Length == 0 ? 0 : all.FindIndex(job => job.Id == after) + 1).Take(limit + 1).ToList();
        return call.AnswerAsync("ListJobsResult", xml =>
        {
            xml.OptionalElement("NextToken", page.Count > limit ? page[limit - 1].Id : null);
            xml.Group("Jobs", () =>
            {
                foreach (var job in page.Take(limit))
                {
                    xml.Group("member", () => JobXml.WriteLine(xml, job));
                }
            });
        });
    }

    private Task UpdateAsync(ControlCall call)
    {
        var job = Require(call, call.Argument);
        var query = call.Exchange.Http.Request.Query;
        var wanted = query["requestedJobStatus"].ToString();
        var reason = query["statusUpdateReason"].ToString() is { Length: > 0 } text ? text : null;
        var changed = (wanted, job.Status) switch
        {
            (_, JobStatus.Complete or JobStatus.Failed or JobStatus.Cancelled) => null,
            ("Cancelled", _) => jobs.Change(
                job.Id, known => known with { Status = JobStatus.Cancelled, StatusReason = reason, EndedAt = time.GetUtcNow() }),
            ("Ready", JobStatus.Suspended) => jobs.Change(
                job.Id, known => known with { Status = JobStatus.Ready, StatusReason = reason }),
            ("Ready" or "Cancelled", _) => null,
            _ => throw ServiceErrors.InvalidRequest("The requested job status must be Cancelled or Ready."),
        };
        if (changed is null)
        {
            throw ServiceException.Of(
                400, "JobStatusException", $"The job is {job.Status} and cannot become {wanted}.");
        }

        if (changed.Status == JobStatus.Ready)
        {
            runner.Run(job.Id);
        }

        reports.Pulse();
        return call.AnswerAsync("UpdateJobStatusResult", xml =>
        {
            xml.Element("JobId", job.Id);
            xml.Element("Status", changed.Status.ToString());
            xml.OptionalElement("StatusUpdateReason", reason);
        });
    }

    private ReplicationJob Require(ControlCall call, string id)
    {
        access.Require(call, call.Operation.Action, ReplicationJob.ArnOf(call.Region.Value, call.Account.Value, id));
        return jobs.Find(call.Account.Value, call.Region.Value, id)
            ?? throw ServiceException.Of(404, "NoSuchJob", "The specified job does not exist.");
    }

    private static JobFilter ReadFilter(XElement? filter) => new(
        filter?.Text("EligibleForReplication") is { } eligible ? eligible == "true" : null,
        [.. filter?.One("ObjectReplicationStatuses")?.Elements().Select(status => status.Value) ?? []],
        ReadTime(filter?.Text("CreatedAfter")),
        ReadTime(filter?.Text("CreatedBefore")));

    private static JobReport? ReadReport(XElement report) => report.Text("Enabled") != "true"
        ? null
        : new JobReport(
            BucketOf(report.Require("Bucket").Value), report.Text("Prefix") ?? string.Empty,
            report.Text("ReportScope") == "FailedTasksOnly");

    private static int ReadPriority(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var priority)
            ? priority
            : throw ServiceErrors.InvalidRequest("The priority must be a number from 0 to 2147483647.");

    private static DateTimeOffset? ReadTime(string? text) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) ? read
        : throw ServiceErrors.MalformedXml();

    private static string BucketOf(string arn) =>
        Arn.Parse(arn).TryGet(out var read) && read is { Service: "s3", Region: "", Account: "" }
            && BucketName.Parse(read.Resource.ToString()).TryGet(out var bucket)
            ? bucket.Value
            : throw ServiceErrors.InvalidRequest("A bucket must be named by its ARN.");
}
