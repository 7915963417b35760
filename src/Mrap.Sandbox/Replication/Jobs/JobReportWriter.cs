using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Replication.Jobs;

/// <summary>Writes completion reports (Amazon S3 User Guide, "Examples: S3 Batch Operations completion reports").</summary>
internal sealed class JobReportWriter(RegionStores stores, TimeProvider time)
{
    private const string Schema = "Bucket, Key, VersionId, TaskStatus, ErrorCode, HTTPStatusCode, ResultMessage";

    /// <summary>Writes the results of a job and their manifest.</summary>
    /// <returns>False when the bucket is not there.</returns>
    public async Task<bool> WriteAsync(ReplicationJob job, JobReport report, List<JobResult> results, CancellationToken cancellation)
    {
        if (!BucketName.Parse(report.Bucket).TryGet(out var name) || stores.FindBucket(name) is not { } bucket)
        {
            return false;
        }

        var folder = $"{(report.Prefix.Length > 0 ? report.Prefix.TrimEnd('/') + "/" : "")}job-{job.Id}";
        var listed = new List<object>();
        foreach (var (status, some) in new[]
        {
            ("succeeded", results.FindAll(result => result.Failure is null)),
            ("failed", results.FindAll(result => result.Failure is not null)),
        })
        {
            if (some.Count == 0 || (report.IsOfFailuresOnly && status == "succeeded"))
            {
                continue;
            }

            var bytes = Encoding.UTF8.GetBytes(string.Concat(some.Select(result => Line(job, result, status))));
            var key = $"{folder}/results/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..40]}.csv";
            var eTag = await PutAsync(bucket, key, bytes, "text/csv", cancellation);
            listed.Add(new { TaskExecutionStatus = status, Bucket = report.Bucket, MD5Checksum = eTag, Key = key });
        }

        var manifest = JsonSerializer.SerializeToUtf8Bytes(new
        {
            Format = "Report_CSV_20180820",
            ReportCreationDate = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            Results = listed,
            ReportSchema = Schema,
        });
        await PutAsync(bucket, folder + "/manifest.json", manifest, "application/json", cancellation);
        return true;
    }

    private async Task<string> PutAsync(BucketLocation bucket, string key, byte[] bytes, string type, CancellationToken cancellation)
    {
        var store = stores.Get(bucket.Region);
        using var stream = new MemoryStream(bytes);
        await using var body = await store.StageAsync(stream, [ChecksumAlgorithm.Crc64Nvme], bytes.Length, cancellation);
        var attributes = new ObjectAttributes { Owner = bucket.Bucket.Owner };
        await store.PutObjectAsync(
            bucket.Bucket.Name, key, body, attributes with { Headers = attributes.Headers.Add("content-type", type) }, WriteCondition.None,
            cancellation);
        return Convert.ToHexStringLower(body.Md5.Span);
    }

    private static string Line(ReplicationJob job, JobResult result, string status) =>
        $"{job.SourceBucket},{Uri.EscapeDataString(result.Key)},{result.VersionId},{status},{result.Failure},"
            + (result.Failure is null ? "200,Successful\n" : $"500,{result.Failure}\n");
}
