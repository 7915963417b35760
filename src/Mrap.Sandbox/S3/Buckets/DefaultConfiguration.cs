using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Buckets;

/// <summary>Answers reads of configuration that a bucket here always has in the state of a new bucket.</summary>
internal static class DefaultConfiguration
{
    /// <summary>Answers the sub-resource that the query names.</summary>
    public static Task GetAsync(S3Request request, BucketRecord bucket)
    {
        var query = request.Http.Request.Query;
        var name = BucketSubResources.Defaults.First(query.ContainsKey);
        var bucketName = bucket.Name.Value;
        return (name, query.ContainsKey("id")) switch
        {
            ("encryption", _) => S3XmlAnswer.WriteAsync(request, "ServerSideEncryptionConfiguration", writer =>
            {
                writer.Start("Rule");
                writer.Start("ApplyServerSideEncryptionByDefault");
                writer.Element("SSEAlgorithm", "AES256");
                writer.WriteEndElement();
                writer.Element("BucketKeyEnabled", value: false);
                writer.WriteEndElement();
            }),
            ("ownershipControls", _) => S3XmlAnswer.WriteAsync(request, "OwnershipControls", writer =>
            {
                writer.Start("Rule");
                writer.Element("ObjectOwnership", "BucketOwnerEnforced");
                writer.WriteEndElement();
            }),
            ("requestPayment", _) =>
                S3XmlAnswer.WriteAsync(request, "RequestPaymentConfiguration", writer => writer.Element("Payer", "BucketOwner")),
            ("notification", _) => S3XmlAnswer.WriteAsync(request, "NotificationConfiguration", _ => { }),
            ("logging", _) => S3XmlAnswer.WriteAsync(request, "BucketLoggingStatus", _ => { }),
            ("accelerate", _) => S3XmlAnswer.WriteAsync(request, "AccelerateConfiguration", _ => { }),
            ("metrics", false) => EmptyListAsync(request, "ListMetricsConfigurationsResult"),
            ("analytics", false) => EmptyListAsync(request, "ListBucketAnalyticsConfigurationResult"),
            ("inventory", false) => EmptyListAsync(request, "ListInventoryConfigurationsResult"),
            ("intelligent-tiering", false) => EmptyListAsync(request, "ListBucketIntelligentTieringConfigurationsOutput"),
            ("cors", _) => throw S3Errors.NotFound("NoSuchCORSConfiguration", "The CORS configuration does not exist", bucketName),
            ("lifecycle", _) =>
                throw S3Errors.NotFound("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist", bucketName),
            ("replication", _) =>
                throw S3Errors.NotFound("ReplicationConfigurationNotFoundError", "The replication configuration was not found", bucketName),
            ("website", _) =>
                throw S3Errors.NotFound(
                    "NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration", bucketName),
            ("object-lock", _) =>
                throw S3Errors.NotFound(
                    "ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket", bucketName),
            _ => throw S3Errors.NotFound("NoSuchConfiguration", "The specified configuration does not exist.", bucketName),
        };
    }

    /// <summary>Accepts the state that the bucket has anyway and refuses any other.</summary>
    /// <exception cref="ServiceException">The document is malformed or asks for what is not served.</exception>
    public static async Task PutAsync(S3Request request)
    {
        var query = request.Http.Request.Query;
        var (root, element, value) = BucketSubResources.Defaults.First(query.ContainsKey) switch
        {
            "encryption" => ("ServerSideEncryptionConfiguration", "SSEAlgorithm", "AES256"),
            "ownershipControls" => ("OwnershipControls", "ObjectOwnership", "BucketOwnerEnforced"),
            _ => ("RequestPaymentConfiguration", "Payer", "BucketOwner"),
        };
        var document = await XmlBody.ReadAsync(request, root, XmlBody.OrdinaryLimit);
        var wanted = document.Descendants().Where(e => e.Name.LocalName == element).Select(e => e.Value).ToList();
        var asksForBucketKey = document.Descendants().Any(e => e.Name.LocalName == "BucketKeyEnabled" && e.Value != "false");
        if (wanted.Count != 1)
        {
            throw ServiceErrors.MalformedXml();
        }

        if (wanted[0] != value || asksForBucketKey)
        {
            throw S3Errors.NotImplemented();
        }

        request.Http.Response.ContentLength = 0;
    }

    private static Task EmptyListAsync(S3Request request, string root) =>
        S3XmlAnswer.WriteAsync(request, root, writer => writer.Element("IsTruncated", value: false));
}
