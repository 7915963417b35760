using Amazon.S3.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Tests.EndToEnd;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Tests.Comparison;

/// <summary>Writes to and reads from member buckets past the access point, as somebody does who makes gaps.</summary>
internal static class PlantedBuckets
{
    public static Task PutAsync(
        this SandboxConsole console, MemberBucket member, string key, string text, CancellationToken cancellation) =>
        console.Get<AwsClients>().S3(member.Region).PutObjectAsync(
            new PutObjectRequest { BucketName = member.Bucket.Value, Key = key, ContentBody = text, Metadata = { ["made-by"] = "test" } },
            cancellation);

    public static async Task PutEverywhereAsync(
        this SandboxConsole console, AccessPoint accessPoint, string key, string text, CancellationToken cancellation)
    {
        foreach (var member in accessPoint.Members)
        {
            await console.PutAsync(member, key, text, cancellation);
        }
    }

    public static Task DeleteAsync(this SandboxConsole console, MemberBucket member, string key, CancellationToken cancellation) =>
        console.Get<AwsClients>().S3(member.Region).DeleteObjectAsync(
            new DeleteObjectRequest { BucketName = member.Bucket.Value, Key = key }, cancellation);
}
