using System.Globalization;
using System.Xml.Linq;
using Amazon.S3Control.Model;
using static Mrap.AwsSdk.Protocol.ResponseXml;

namespace Amazon.S3Control.Internal;

/// <summary>Writes and reads batch jobs.</summary>
internal static class S3ControlJobs
{
    private static readonly XNamespace s_ns = S3ControlRequest.Namespace;

    public static XElement Of(CreateJobRequest request) => new(
        s_ns + nameof(CreateJobRequest),
        Flag("ConfirmationRequired", request.ConfirmationRequired),
        request.Operation is { } operation ? Of(operation) : null,
        request.Report is { } report ? Of(report) : null,
        Value("ClientRequestToken", request.ClientRequestToken ?? Guid.NewGuid().ToString()),
        Value("Description", request.Description),
        Value("Priority", request.Priority?.ToString(CultureInfo.InvariantCulture)),
        Value("RoleArn", request.RoleArn),
        request.ManifestGenerator?.S3JobManifestGenerator is { } generator
            ? new XElement(s_ns + "ManifestGenerator", Of(generator))
            : null);

    public static JobDescriptor? Job(XElement? job) => job is null ? null : new()
    {
        JobId = Text(job, "JobId"),
        Description = Text(job, "Description"),
        JobArn = Text(job, "JobArn"),
        Status = Status(job),
        Priority = Int(job, "Priority"),
        ProgressSummary = Progress(Child(job, "ProgressSummary")),
        StatusUpdateReason = Text(job, "StatusUpdateReason"),
        FailureReasons = List(
            job, "FailureReasons", "member",
            failure => new JobFailure { FailureCode = Text(failure, "FailureCode"), FailureReason = Text(failure, "FailureReason") }),
        CreationTime = Time(job, "CreationTime"),
        TerminationDate = Time(job, "TerminationDate"),
        RoleArn = Text(job, "RoleArn"),
    };

    public static JobListDescriptor Listed(XElement job) => new()
    {
        JobId = Text(job, "JobId"),
        Description = Text(job, "Description"),
        Operation = Text(job, "Operation") is { } operation ? OperationName.FindValue(operation) : null,
        Priority = Int(job, "Priority"),
        Status = Status(job),
        CreationTime = Time(job, "CreationTime"),
        TerminationDate = Time(job, "TerminationDate"),
        ProgressSummary = Progress(Child(job, "ProgressSummary")),
    };

    public static JobStatus? Status(XElement? parent) => Text(parent, "Status") is { } status ? JobStatus.FindValue(status) : null;

    private static JobProgressSummary? Progress(XElement? summary) => summary is null ? null : new()
    {
        TotalNumberOfTasks = Int(summary, "TotalNumberOfTasks"),
        NumberOfTasksSucceeded = Int(summary, "NumberOfTasksSucceeded"),
        NumberOfTasksFailed = Int(summary, "NumberOfTasksFailed"),
    };

    private static XElement Of(JobOperation operation) => new(
        s_ns + "Operation", operation.S3ReplicateObject is null ? null : new XElement(s_ns + "S3ReplicateObject"));

    private static XElement Of(JobReport report) => new(
        s_ns + "Report",
        Value("Bucket", report.Bucket),
        Value("Format", report.Format?.Value),
        Flag("Enabled", report.Enabled),
        Value("Prefix", report.Prefix),
        Value("ReportScope", report.ReportScope?.Value));

    private static XElement Of(S3JobManifestGenerator generator) => new(
        s_ns + "S3JobManifestGenerator",
        Value("ExpectedBucketOwner", generator.ExpectedBucketOwner),
        Value("SourceBucket", generator.SourceBucket),
        generator.Filter is { } filter ? Of(filter) : null,
        Flag("EnableManifestOutput", generator.EnableManifestOutput));

    private static XElement Of(JobManifestGeneratorFilter filter) => new(
        s_ns + "Filter",
        Flag("EligibleForReplication", filter.EligibleForReplication),
        Members("ObjectReplicationStatuses", filter.ObjectReplicationStatuses?.Select(status => status.Value)),
        filter.KeyNameConstraint is { } keys
            ? new XElement(s_ns + "KeyNameConstraint", Members("MatchAnyPrefix", keys.MatchAnyPrefix))
            : null);

    private static XElement? Members(string name, IEnumerable<string>? values) =>
        values is null ? null : new XElement(s_ns + name, values.Select(value => new XElement(s_ns + "member", value)));

    private static XElement? Flag(string name, bool? value) => value is { } flag ? new XElement(s_ns + name, flag) : null;

    private static XElement? Value(string name, string? value) => value is null ? null : new XElement(s_ns + name, value);
}
