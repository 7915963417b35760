using System.Text.Encodings.Web;
using System.Text.Json;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Aws.Plans;

/// <summary>
/// The AWS CLI commands that do what the console does. Names have been parsed, so nothing in them needs quoting in a shell; texts are
/// quoted.
/// </summary>
public static class AwsCli
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Creates a bucket.</summary>
    /// <param name="bucket">The name.</param>
    /// <returns>The command.</returns>
    public static string CreateBucket(BucketName bucket, RegionId region) => region == RegionCatalog.Default
        ? $"aws s3api create-bucket --bucket {bucket} --region {region}"
        : $"aws s3api create-bucket --bucket {bucket} --region {region} --create-bucket-configuration LocationConstraint={region}";

    /// <summary>Enables versioning.</summary>
    /// <returns>The command.</returns>
    public static string EnableVersioning(BucketName bucket, RegionId region) =>
        $"aws s3api put-bucket-versioning --bucket {bucket} --region {region} --versioning-configuration Status=Enabled";

    /// <summary>Makes S3 publish request metrics of a bucket.</summary>
    /// <param name="id">The id of the metrics configuration.</param>
    /// <returns>The command.</returns>
    public static string EnableMetrics(BucketName bucket, RegionId region, string id) =>
        $"aws s3api put-bucket-metrics-configuration --bucket {bucket} --region {region} --id {id} --metrics-configuration Id={id}";

    /// <summary>Requests an access point.</summary>
    /// <param name="owner">The account.</param>
    /// <param name="clientToken">The idempotency token.</param>
    /// <returns>The command.</returns>
    public static string CreateAccessPoint(CreateAccessPointInput input, AccountId owner, string clientToken) =>
        $"aws s3control create-multi-region-access-point --region {RegionCatalog.Management} --account-id {owner} --client-token "
            + $"{clientToken} --details '{AccessPointDetails(input)}'";

    /// <summary>What an access point is requested with.</summary>
    /// <returns>The JSON text of the option <c>--details</c>, in one line.</returns>
    public static string AccessPointDetails(CreateAccessPointInput input)
    {
        var block = input.BlockPublicAccess;
        string[] settings =
        [
            $"\"BlockPublicAcls\":{Json(block.BlockPublicAcls)}",
            $"\"IgnorePublicAcls\":{Json(block.IgnorePublicAcls)}",
            $"\"BlockPublicPolicy\":{Json(block.BlockPublicPolicy)}",
            $"\"RestrictPublicBuckets\":{Json(block.RestrictPublicBuckets)}",
        ];
        var buckets = input.Buckets.Select(choice => choice.Account is { } account
            ? $"{{\"Bucket\":\"{choice.Bucket}\",\"BucketAccountId\":\"{account}\"}}"
            : $"{{\"Bucket\":\"{choice.Bucket}\"}}");
        return $"{{\"Name\":\"{input.Name}\",\"PublicAccessBlock\":{{{string.Join(',', settings)}}},"
            + $"\"Regions\":[{string.Join(',', buckets)}]}}";
    }

    /// <summary>Reads an access point.</summary>
    /// <param name="owner">The account.</param>
    /// <returns>The command.</returns>
    public static string GetAccessPoint(AccessPointName name, AccountId owner) =>
        $"aws s3control get-multi-region-access-point --region {RegionCatalog.Management} --account-id {owner} --name {name}";

    /// <summary>Deletes an access point.</summary>
    /// <param name="owner">The account.</param>
    /// <returns>The command.</returns>
    public static string DeleteAccessPoint(AccessPointName name, AccountId owner) =>
        $"aws s3control delete-multi-region-access-point --region {RegionCatalog.Management} --account-id {owner} --details Name={name}";

    /// <summary>Changes routes.</summary>
    /// <param name="owner">The account.</param>
    /// <param name="routes">The routes that change, with their wished dial; at least one.</param>
    /// <param name="region">The route Region that is called.</param>
    /// <returns>The command.</returns>
    public static string SubmitRoutes(AccessPointArn accessPoint, AccountId owner, IEnumerable<Route> routes, RegionId region) =>
        $"aws s3control submit-multi-region-access-point-routes --region {region} --account-id {owner} --mrap {accessPoint} "
            + $"--route-updates {string.Join(' ', routes.Select(route => $"Bucket={route.Bucket},TrafficDialPercentage={route.Dial}"))}";

    /// <summary>Writes an object from a file of the same name.</summary>
    /// <returns>The command.</returns>
    public static string PutObject(AccessPointArn accessPoint, string key) =>
        $"aws s3api put-object --bucket {accessPoint} --key {Quote(key)} --body {Quote(key)}";

    /// <summary>Copies an object from bucket to bucket.</summary>
    /// <param name="region">The Region of the bucket that gets it.</param>
    /// <returns>The command.</returns>
    public static string CopyObject(BucketName from, BucketName to, RegionId region, string key) =>
        $"aws s3api copy-object --copy-source {Quote($"{from}/{string.Join('/', key.Split('/').Select(Uri.EscapeDataString))}")} "
            + $"--bucket {to} --key {Quote(key)} --region {region}";

    /// <summary>Puts the policy of an access point.</summary>
    /// <param name="owner">The account.</param>
    /// <param name="policy">The JSON text.</param>
    /// <param name="clientToken">The idempotency token.</param>
    /// <returns>The command.</returns>
    public static string PutPolicy(AccessPointName name, AccountId owner, string policy, string clientToken) =>
        $"aws s3control put-multi-region-access-point-policy --region {RegionCatalog.Management} --account-id {owner} --client-token "
            + $"{clientToken} --details {Quote($"{{\"Name\":\"{name}\",\"Policy\":{JsonSerializer.Serialize(policy, s_plain)}}}")}";

    /// <summary>Reads the policies of an access point.</summary>
    /// <param name="owner">The account.</param>
    /// <returns>The command.</returns>
    public static string GetPolicy(AccessPointName name, AccountId owner) =>
        $"aws s3control get-multi-region-access-point-policy --region {RegionCatalog.Management} --account-id {owner} --name {name}";

    /// <summary>Puts the policy of a bucket.</summary>
    /// <param name="policy">The JSON text.</param>
    /// <returns>The command.</returns>
    public static string PutBucketPolicy(BucketName bucket, RegionId region, string policy) =>
        $"aws s3api put-bucket-policy --bucket {bucket} --region {region} --policy {Quote(policy)}";

    /// <summary>Has S3 replicate objects of a bucket by its rules.</summary>
    /// <param name="owner">The account of the job.</param>
    /// <param name="role">The ARN of the role that the job acts as.</param>
    /// <param name="keys">What the keys begin with.</param>
    /// <param name="clientToken">The idempotency token.</param>
    /// <returns>The command.</returns>
    public static string CreateReplicationJob(
        BucketName bucket, RegionId region, AccountId owner, string role, IEnumerable<string> keys, string clientToken) =>
        $"aws s3control create-job --region {region} --account-id {owner} --no-confirmation-required --priority 10 --client-request-token "
            + $"{clientToken} --role-arn {Quote(role)} --report Enabled=false --operation '{{\"S3ReplicateObject\":{{}}}}' "
            + "--manifest-generator "
            + Quote(
                $"{{\"S3JobManifestGenerator\":{{\"SourceBucket\":\"{bucket.Arn}\",\"EnableManifestOutput\":false,"
                    + "\"Filter\":{\"EligibleForReplication\":true,\"KeyNameConstraint\":"
                    + $"{{\"MatchAnyPrefix\":{JsonSerializer.Serialize(keys, s_plain)}}}}}}}}}");

    private static string Json(bool value) => value ? "true" : "false";

    /// <summary>A text as one argument of a shell.</summary>
    internal static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
