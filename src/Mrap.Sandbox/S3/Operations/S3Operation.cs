namespace Mrap.Sandbox.S3.Operations;

/// <summary>An operation of the S3 API, named as its action in the API reference.</summary>
internal enum S3Operation
{
    /// <summary>A known S3 operation or sub-resource that is not served: 501.</summary>
    NotImplemented,

    /// <summary>No operation has this method on this resource: 405.</summary>
    MethodNotAllowed,

    /// <summary>A CORS preflight.</summary>
    Preflight,

    /// <summary>GET of the service.</summary>
    ListBuckets,

    /// <summary>PUT of a bucket.</summary>
    CreateBucket,

    /// <summary>HEAD of a bucket.</summary>
    HeadBucket,

    /// <summary>DELETE of a bucket.</summary>
    DeleteBucket,

    /// <summary>GET ?location.</summary>
    GetBucketLocation,

    /// <summary>GET ?versioning.</summary>
    GetBucketVersioning,

    /// <summary>PUT ?versioning.</summary>
    PutBucketVersioning,

    /// <summary>GET ?policy.</summary>
    GetBucketPolicy,

    /// <summary>PUT ?policy.</summary>
    PutBucketPolicy,

    /// <summary>DELETE ?policy.</summary>
    DeleteBucketPolicy,

    /// <summary>GET ?policyStatus.</summary>
    GetBucketPolicyStatus,

    /// <summary>GET ?publicAccessBlock.</summary>
    GetPublicAccessBlock,

    /// <summary>PUT ?publicAccessBlock.</summary>
    PutPublicAccessBlock,

    /// <summary>DELETE ?publicAccessBlock.</summary>
    DeletePublicAccessBlock,

    /// <summary>GET ?tagging of a bucket.</summary>
    GetBucketTagging,

    /// <summary>PUT ?tagging of a bucket.</summary>
    PutBucketTagging,

    /// <summary>DELETE ?tagging of a bucket.</summary>
    DeleteBucketTagging,

    /// <summary>GET ?acl of a bucket.</summary>
    GetBucketAcl,

    /// <summary>PUT ?acl of a bucket.</summary>
    PutBucketAcl,

    /// <summary>GET of a bucket's sub-resource that cannot be set here, so that it always has the state of a new bucket.</summary>
    GetDefaultConfiguration,

    /// <summary>PUT of a bucket's sub-resource that may only be put in the state it always has.</summary>
    PutDefaultConfiguration,

    /// <summary>GET of a bucket.</summary>
    ListObjects,

    /// <summary>GET ?list-type=2.</summary>
    ListObjectsV2,

    /// <summary>GET ?versions.</summary>
    ListObjectVersions,

    /// <summary>GET ?uploads.</summary>
    ListMultipartUploads,

    /// <summary>POST ?delete.</summary>
    DeleteObjects,

    /// <summary>GET of an object.</summary>
    GetObject,

    /// <summary>HEAD of an object.</summary>
    HeadObject,

    /// <summary>PUT of an object.</summary>
    PutObject,

    /// <summary>PUT of an object with a copy source.</summary>
    CopyObject,

    /// <summary>DELETE of an object.</summary>
    DeleteObject,

    /// <summary>GET ?attributes.</summary>
    GetObjectAttributes,

    /// <summary>GET ?tagging of an object.</summary>
    GetObjectTagging,

    /// <summary>PUT ?tagging of an object.</summary>
    PutObjectTagging,

    /// <summary>DELETE ?tagging of an object.</summary>
    DeleteObjectTagging,

    /// <summary>GET ?acl of an object.</summary>
    GetObjectAcl,

    /// <summary>PUT ?acl of an object.</summary>
    PutObjectAcl,

    /// <summary>GET or PUT ?retention or ?legal-hold: no bucket here has Object Lock.</summary>
    ObjectLock,

    /// <summary>POST ?restore.</summary>
    RestoreObject,

    /// <summary>POST ?uploads.</summary>
    CreateMultipartUpload,

    /// <summary>PUT ?partNumber&amp;uploadId.</summary>
    UploadPart,

    /// <summary>PUT ?partNumber&amp;uploadId with a copy source.</summary>
    UploadPartCopy,

    /// <summary>POST ?uploadId.</summary>
    CompleteMultipartUpload,

    /// <summary>DELETE ?uploadId.</summary>
    AbortMultipartUpload,

    /// <summary>GET ?uploadId.</summary>
    ListParts,
}
