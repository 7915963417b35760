using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Listings;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Rules;

namespace Mrap.Sandbox.Replication.Jobs;

/// <summary>Finds the versions that a job is about.</summary>
internal static class JobManifest
{
    private const int PageLimit = 1000;

    /// <summary>The versions page by page, in the order of their keys.</summary>
    /// <param name="rules">The rules of the bucket.</param>
    public static IEnumerable<List<ObjectVersion>> Pages(RegionStore store, BucketName bucket, BucketRules rules, JobFilter filter)
    {
        var query = new ListQuery(string.Empty, null, null, null, PageLimit);
        while (true)
        {
            var page = store.ListVersions(bucket, query);
            yield return [.. page.Versions.Where(version => IsNamed(version, rules, filter))];
            if (!page.IsTruncated)
            {
                yield break;
            }

            query = query with { After = page.NextAfter, AfterVersionId = page.NextAfterVersionId };
        }
    }

    private static bool IsNamed(ObjectVersion version, BucketRules rules, JobFilter filter)
    {
        var status = version.Replication.Header ?? "NONE";
        return status != "PENDING"
            && (filter.Statuses.IsEmpty || filter.Statuses.Contains(status))
            && !(version.LastModified <= filter.CreatedAfter)
            && !(version.LastModified >= filter.CreatedBefore)
            && (filter.IsEligible != true || !rules.OfVersion(version).IsEmpty);
    }
}
