using System.Xml;
using Mrap.Sandbox.Replication.Jobs;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3Control;

/// <summary>Writes jobs of S3 Batch Replication (S3 Control API Reference, "JobDescriptor" and "JobListDescriptor").</summary>
internal static class JobXml
{
    /// <summary>Writes everything that is known of a job.</summary>
    public static void WriteJob(XmlWriter xml, ReplicationJob job)
    {
        xml.Element("JobId", job.Id);
        xml.Element("ConfirmationRequired", job.NeedsConfirmation);
        xml.OptionalElement("Description", job.Description);
        xml.Element("JobArn", job.Arn);
        xml.Element("Status", job.Status.ToString());
        xml.Group("Operation", () => xml.Group("S3ReplicateObject", () => { }));
        xml.Element("Priority", job.Priority);
        WriteProgress(xml, job);
        xml.OptionalElement("StatusUpdateReason", job.StatusReason);
        if (job.FailureCode is { } code)
        {
            xml.Group("FailureReasons", () => xml.Group("member", () =>
            {
                xml.Element("FailureCode", code);
                xml.OptionalElement("FailureReason", job.FailureReason);
            }));
        }

        xml.Group("Report", () => WriteReport(xml, job.Report));
        xml.Element("CreationTime", job.CreatedAt);
        if (job.EndedAt is { } ended)
        {
            xml.Element("TerminationDate", ended);
        }

        xml.Element("RoleArn", job.RoleArn);
        xml.Group("ManifestGenerator", () => xml.Group("S3JobManifestGenerator", () => WriteGenerator(xml, job)));
    }

    /// <summary>Writes what a list says of a job.</summary>
    public static void WriteLine(XmlWriter xml, ReplicationJob job)
    {
        xml.Element("JobId", job.Id);
        xml.OptionalElement("Description", job.Description);
        xml.Element("Operation", "S3ReplicateObject");
        xml.Element("Priority", job.Priority);
        xml.Element("Status", job.Status.ToString());
        xml.Element("CreationTime", job.CreatedAt);
        if (job.EndedAt is { } ended)
        {
            xml.Element("TerminationDate", ended);
        }

        WriteProgress(xml, job);
    }

    private static void WriteProgress(XmlWriter xml, ReplicationJob job) => xml.Group("ProgressSummary", () =>
    {
        xml.Element("TotalNumberOfTasks", job.Total);
        xml.Element("NumberOfTasksSucceeded", job.Succeeded);
        xml.Element("NumberOfTasksFailed", job.Failed);
    });

    private static void WriteReport(XmlWriter xml, JobReport? report)
    {
        if (report is not null)
        {
            xml.Element("Bucket", "arn:aws:s3:::" + report.Bucket);
            xml.Element("Format", "Report_CSV_20180820");
        }

        xml.Element("Enabled", report is not null);
        if (report is not null)
        {
            xml.Element("Prefix", report.Prefix);
            xml.Element("ReportScope", report.IsOfFailuresOnly ? "FailedTasksOnly" : "AllTasks");
        }
    }

    private static void WriteGenerator(XmlWriter xml, ReplicationJob job)
    {
        xml.Element("SourceBucket", "arn:aws:s3:::" + job.SourceBucket);
        xml.Group("Filter", () =>
        {
            if (job.Filter.IsEligible is { } eligible)
            {
                xml.Element("EligibleForReplication", eligible);
            }

            if (!job.Filter.Statuses.IsEmpty)
            {
                xml.Group("ObjectReplicationStatuses", () =>
                {
                    foreach (var status in job.Filter.Statuses)
                    {
                        xml.Element("member", status);
                    }
                });
            }
        });
        xml.Element("EnableManifestOutput", value: false);
    }
}
