namespace Mrap.Sandbox.S3.Operations;

/// <summary>The sub-resources of an object, which a query parameter of that name addresses.</summary>
internal static class ObjectSubResources
{
    /// <summary>All of them, served or not.</summary>
    public static readonly string[] All =
    [
        "uploadId", "uploads", "tagging", "acl", "attributes", "retention", "legal-hold", "restore", "select", "torrent", "renameObject",
    ];
}
