using Microsoft.AspNetCore.Http;

namespace Mrap.Sandbox.S3.Operations;

/// <summary>Which actions the configurations of a bucket need that cannot be set here; their names follow no rule.</summary>
internal static class ConfigurationActions
{
    /// <summary>The action that reads the configuration that the query names.</summary>
    public static string Read(HttpRequest request) => "s3:Get" + Subject(request);

    /// <summary>The action that sets the configuration that the query names.</summary>
    public static string Write(HttpRequest request) => "s3:Put" + Subject(request);

    private static string Subject(HttpRequest request) => BucketSubResources.Defaults.First(request.Query.ContainsKey) switch
    {
        "encryption" => "EncryptionConfiguration",
        "ownershipControls" => "BucketOwnershipControls",
        "cors" => "BucketCORS",
        "lifecycle" => "LifecycleConfiguration",
        "replication" => "ReplicationConfiguration",
        "website" => "BucketWebsite",
        "object-lock" => "BucketObjectLockConfiguration",
        "notification" => "BucketNotification",
        "logging" => "BucketLogging",
        "requestPayment" => "BucketRequestPayment",
        "accelerate" => "AccelerateConfiguration",
        "metrics" => "MetricsConfiguration",
        "analytics" => "AnalyticsConfiguration",
        "inventory" => "InventoryConfiguration",
        "intelligent-tiering" => "IntelligentTieringConfiguration",
        var other => throw new InvalidOperationException($"no action is known for `{other}`"),
    };
}
