namespace Mrap.Sandbox.S3.Operations;

/// <summary>The sub-resources of a bucket, which a query parameter of that name addresses.</summary>
internal static class BucketSubResources
{
    /// <summary>Those that cannot be set here, so that a GET answers as for a new bucket.</summary>
    public static readonly string[] Defaults =
    [
        "encryption", "ownershipControls", "cors", "lifecycle", "replication", "website", "object-lock", "notification", "logging",
        "requestPayment", "accelerate", "metrics", "analytics", "inventory", "intelligent-tiering",
    ];

    /// <summary>All of them, served or not.</summary>
    public static readonly string[] All =
    [
        "versions", "uploads", "delete", "location", "versioning", "policy", "policyStatus", "publicAccessBlock", "tagging", "acl",
        .. Defaults,
        "metadataConfiguration", "metadataTable", "metadataInventoryTable", "metadataJournalTable", "session", "abac",
    ];
}
