using System.Collections.Immutable;
using System.Xml;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Buckets;

/// <summary>Configurations that a bucket here always has in the state of a new bucket.</summary>
internal sealed class DefaultConfiguration : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        Read("GetBucketEncryption", "encryption", "s3:GetEncryptionConfiguration", "ServerSideEncryptionConfiguration", WriteEncryption),
        Put(
            "PutBucketEncryption", "encryption", "s3:PutEncryptionConfiguration",
            new("ServerSideEncryptionConfiguration", "SSEAlgorithm", "AES256")),
        Read("GetBucketOwnershipControls", "ownershipControls", "s3:GetBucketOwnershipControls", "OwnershipControls", WriteOwnership),
        Put(
            "PutBucketOwnershipControls", "ownershipControls", "s3:PutBucketOwnershipControls",
            new("OwnershipControls", "ObjectOwnership", "BucketOwnerEnforced")),
        Absent("GetBucketCors", "cors", "s3:GetBucketCORS", "NoSuchCORSConfiguration", "The CORS configuration does not exist"),
        Absent(
            "GetBucketLifecycleConfiguration", "lifecycle", "s3:GetLifecycleConfiguration", "NoSuchLifecycleConfiguration",
            "The lifecycle configuration does not exist"),
        Absent(
            "GetBucketWebsite", "website", "s3:GetBucketWebsite", "NoSuchWebsiteConfiguration",
            "The specified bucket does not have a website configuration"),
        Absent(
            "GetObjectLockConfiguration", "object-lock", "s3:GetBucketObjectLockConfiguration", "ObjectLockConfigurationNotFoundError",
            "Object Lock configuration does not exist for this bucket"),
        Read("GetBucketNotificationConfiguration", "notification", "s3:GetBucketNotification", "NotificationConfiguration", _ => { }),
        Read("GetBucketLogging", "logging", "s3:GetBucketLogging", "BucketLoggingStatus", _ => { }),
        Read(
            "GetBucketRequestPayment", "requestPayment", "s3:GetBucketRequestPayment", "RequestPaymentConfiguration", writer =>
                writer.Element("Payer", "BucketOwner")),
        Put(
            "PutBucketRequestPayment", "requestPayment", "s3:PutBucketRequestPayment",
            new("RequestPaymentConfiguration", "Payer", "BucketOwner")),
        Read("GetBucketAccelerateConfiguration", "accelerate", "s3:GetAccelerateConfiguration", "AccelerateConfiguration", _ => { }),
        .. Set("Metrics", "metrics", "ListMetricsConfigurationsResult"),
        .. Set("Analytics", "analytics", "ListBucketAnalyticsConfigurationResult"),
        .. Set("Inventory", "inventory", "ListInventoryConfigurationsResult"),
        .. Set("IntelligentTiering", "intelligent-tiering", "ListBucketIntelligentTieringConfigurationsOutput"),
    ];

    private static S3Operation Read(string name, string subResource, string action, string root, Action<XmlWriter> content) =>
        new(name, "GET", S3Scope.Bucket, subResource)
        {
            Actions = RequiredActions.Always(action),
            Handler = new S3Handler.Permitted((request, _) => S3XmlAnswer.WriteAsync(request, root, content)),
        };

    private static S3Operation Absent(string name, string subResource, string action, string code, string message) =>
        new(name, "GET", S3Scope.Bucket, subResource)
        {
            Actions = RequiredActions.Always(action),
            Handler = new S3Handler.Permitted((_, bucket) => throw S3Errors.NotFound(code, message, bucket.Name.Value)),
        };

    // A set of configurations, each with an id: empty, so that none is found.
    private static ImmutableArray<S3Operation> Set(string kind, string subResource, string root)
    {
        var action = $"s3:Get{kind}Configuration";
        return
        [
            Absent(
                $"GetBucket{kind}Configuration", subResource, action, "NoSuchConfiguration", "The specified configuration does not exist.")
                with { When = request => request.Query.ContainsKey("id") },
            Read($"ListBucket{kind}Configurations", subResource, action, root, writer => writer.Element("IsTruncated", value: false)),
        ];
    }

    private static S3Operation Put(string name, string subResource, string action, FixedSetting setting) =>
        new(name, "PUT", S3Scope.Bucket, subResource)
        {
            Actions = RequiredActions.Always(action),
            Handler = new S3Handler.Permitted((request, _) => AcceptAsync(request, setting)),
        };

    // Accepts the state that the bucket has anyway and refuses any other.
    private static async Task AcceptAsync(S3Request request, FixedSetting setting)
    {
        var document = await XmlBody.ReadAsync(request, setting.Root, XmlBody.OrdinaryLimit);
        var wanted = document.Descendants().Where(e => e.Name.LocalName == setting.Element).Select(e => e.Value).ToList();
        var asksForBucketKey = document.Descendants().Any(e => e.Name.LocalName == "BucketKeyEnabled" && e.Value != "false");
        if (wanted.Count != 1)
        {
            throw ServiceErrors.MalformedXml();
        }

        if (wanted[0] != setting.Value || asksForBucketKey)
        {
            throw S3Errors.NotImplemented();
        }

        request.Http.Response.ContentLength = 0;
    }

    private static void WriteEncryption(XmlWriter writer)
    {
        writer.Start("Rule");
        writer.Start("ApplyServerSideEncryptionByDefault");
        writer.Element("SSEAlgorithm", "AES256");
        writer.WriteEndElement();
        writer.Element("BucketKeyEnabled", value: false);
        writer.WriteEndElement();
    }

    private static void WriteOwnership(XmlWriter writer)
    {
        writer.Start("Rule");
        writer.Element("ObjectOwnership", "BucketOwnerEnforced");
        writer.WriteEndElement();
    }

    /// <summary>The one value that a document may ask for.</summary>
    private sealed record FixedSetting(string Root, string Element, string Value);
}
